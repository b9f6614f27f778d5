"""Build the widgets' browser side whenever hatch makes a package of the project.

``pip install .`` so yields working widgets on a machine without Node: Node and the places of the
gazetteer are requirements of the build (``pyproject.toml``), and ``widgets/build`` does the rest.
It does nothing where the built files are fresh, and there is no switch that leaves them out.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WidgetsBuildHook(BuildHookInterface):  # type: ignore[type-arg] # its configuration is hatch's own
    """Make ``widgets/guidebook/static`` before it is packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Run the build of the widgets.

        Parameters
        ----------
        version
            What is made: ``standard`` or ``editable``.
        build_data
            What hatch is about to pack; left as it is.

        Raises
        ------
        RuntimeError
            If the widgets could not be built; their build has printed why.
        """
        program = Path(self.root, "widgets", "build")
        # What it prints goes to the error stream: some front ends read the other one.
        finished = subprocess.run([sys.executable, program], stdout=sys.stderr, check=False)
        if finished.returncode:
            message = "the widgets were not built; the reason stands above"
            raise RuntimeError(message)
