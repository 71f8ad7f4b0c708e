"""S3 Control puts the account in front of whatever address it is given: `111122223333.127.0.0.1` is this machine as well."""

from __future__ import annotations

import re
import socket
from typing import Any

look_up = socket.getaddrinfo


def install() -> None:
    def without_account(host: Any, *given: Any, **named: Any) -> Any:
        return look_up(re.sub(r"^\d{12}\.(?=127\.0\.0\.1$)", "", host) if isinstance(host, str) else host, *given, **named)

    socket.getaddrinfo = without_account
