"""What tests of the command line share."""

import pytest
from commanded import Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(capsys)
