"""Whether a file lies in a folder that another program copies to other machines.

Only names of folders and the variables that OneDrive sets are looked at: none of these programs
was tried, and a folder of another name is not known unless somebody says so.
"""

import re
from collections.abc import Mapping
from pathlib import Path

_SERVICES = {
    "onedrive": "OneDrive",
    "sharepoint": "SharePoint",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
}
# Not compiled before it is needed: most trackers lie in no such folder.
_CONFLICT = (
    r"( \(\d+\)| \([^()]*conflict[^()]*\)|-[^\s().-][^().]*| - Copy( \(\d+\))?"
    r"|\.sync-conflict-[^.]+|_conf\([^()]*\))"
)


def service_of(path: Path, environment: Mapping[str, str]) -> str:
    """The name of the service whose folder a file lies in, or nothing."""
    folder = path.resolve().parent
    for part in folder.parts:
        for begins, service in _SERVICES.items():
            if part.casefold().startswith(begins):
                return service
    for name, value in environment.items():
        if name.casefold().startswith("onedrive") and value and folder.is_relative_to(value):
            return "OneDrive"
    return ""


def look_like_copies(path: Path) -> list[Path]:
    """Files beside a tracker that are named as such programs name a copy in conflict."""
    real = path.resolve()
    try:
        beside = sorted(real.parent.iterdir())
    except OSError:
        return []
    return [one for one in beside if one != real and _is_named_as_copy(one, real)]


def _is_named_as_copy(one: Path, real: Path) -> bool:
    if one.suffix != real.suffix or not one.stem.startswith(real.stem):
        return False
    return re.fullmatch(_CONFLICT, one.stem[len(real.stem) :], re.IGNORECASE) is not None
