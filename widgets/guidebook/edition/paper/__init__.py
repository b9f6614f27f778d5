"""The book as one document: what paper (`guidebook.edition.pdf`) and EPUB are made from.

Both are made from the built site and not from its sources: what they say is then what the pages
say, and a chapter needs no second way to be written.
"""
