"""JupyterLab at home: a copy of the notebooks that is the student's own, and nothing beside it.

``make live`` runs it: ``python -m guidebook.at_home [FOLDER]``.
"""
