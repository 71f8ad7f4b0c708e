"""How resources of one type are made and deleted: by the calls of their service that CloudFormation makes for them."""

from __future__ import annotations

import functools
import json
import os
from typing import Any, Callable

from botocore.config import Config
import boto3
import jmespath
import loopback

loopback.install()

Properties = dict[str, Any]


class Api:
    """The services of one account and Region, asked as any client would."""

    def __init__(self, account: str, region: str) -> None:
        self.account, self.region = account, region

    def __call__(self, service: str, operation: str, /, **given: Any) -> Any:
        return getattr(client_of(service, self.account, self.region), operation)(**given)


@functools.cache
def client_of(service: str, account: str, region: str) -> Any:
    client = boto3.client(
        service,
        region_name=region,
        endpoint_url=os.environ["HOPWISE_MOTO"],
        aws_access_key_id="none",
        aws_secret_access_key="none",
        config=Config(retries={"total_max_attempts": 1}, proxies={}),
    )

    def name_account(request: Any, **_: Any) -> None:
        request.headers["x-moto-account-id"] = account

    client.meta.events.register("before-sign", name_account)
    return client


def tag_specifications(kind: str) -> Callable[[Properties], Properties]:
    def specified(properties: Properties) -> Properties:
        tags = properties.pop("Tags", None)
        return {**properties, **({"TagSpecifications": [{"ResourceType": kind, "Tags": tags}]} if tags else {})}

    return specified


def lower(properties: Properties) -> Properties:
    """As services do whose API has its names in lower camel case, while CloudFormation has them in upper."""
    if isinstance(properties, dict):
        return {key[0].lower() + key[1:]: lower(value) for key, value in properties.items()}
    return [lower(one) for one in properties] if isinstance(properties, list) else properties  # type: ignore[return-value]


class Kind:
    """How resources of one type are made and deleted. `ids` leads to what `Ref` gives, in the answer of the call that makes it."""

    def __init__(
        self,
        service: str,
        create: str,
        ids: str | Callable[[Properties, Any], str],
        delete: str | Callable[[Api, str, Properties], Any] | None = None,
        by: str = "",
        *,
        tagged: str = "",
        shape: Callable[[Properties], Properties] | None = None,
        later: dict[str, Callable[[Api, str, Any], Any]] | None = None,
        attributes: dict[str, Callable[[Api, str], Any]] | None = None,
        many: bool = False,
    ) -> None:
        self.service, self.create, self.ids, self.delete, self.by = service, create, ids, delete, by
        self.shape = shape or (tag_specifications(tagged) if tagged else lambda given: given)
        self.later, self.attributes, self.many = later or {}, attributes or {}, many

    def make(self, api: Api, properties: Properties) -> tuple[str, Any]:
        rest = {key: value for key, value in properties.items() if key not in self.later}
        answer = api(self.service, self.create, **self.shape(rest))
        made = self.ids(properties, answer) if callable(self.ids) else jmespath.search(self.ids, answer)
        for key, change in self.later.items():
            if key in properties:
                change(api, made, properties[key])
        return made, answer

    def remove(self, api: Api, made: str, properties: Properties) -> None:
        if callable(self.delete):
            self.delete(api, made, properties)
        elif self.delete:
            api(self.service, self.delete, **{self.by: [made] if self.many else made})


def joined(*names: str) -> Callable[[Properties, Any], str]:
    return lambda properties, _: "|".join(str(properties.get(name)) for name in names)


def asked(service: str, operation: str, by: str, query: str, many: bool = True) -> Callable[[Api, str], Any]:
    return lambda api, made: jmespath.search(query, api(service, operation, **{by: [made] if many else made}))


def text_of(policy: Any) -> str:
    """A policy is a text in the API, whatever a template has."""
    return policy if isinstance(policy, str) else json.dumps(policy, separators=(",", ":"))


def with_ports(things: list[Properties]) -> list[Properties]:
    """Ports, which a template may give as texts, are numbers in the API."""
    return [{**one, **({"Port": int(one["Port"])} if "Port" in one else {})} for one in things]


made_names = 0


def name_for(kind: str) -> str:
    """A name that CloudFormation makes up."""
    global made_names
    made_names += 1
    return f"stack-{kind}-{made_names}"


def described(operation: str, by: str, query: str) -> Callable[[Api, str], Any]:
    return asked("ec2", operation, by, query)


def by_properties(operation: str) -> Callable[[Api, str, Properties], Any]:
    return lambda api, _, properties: api("ec2", operation, **properties)


def ec2(create: str, ids: Any, delete: Any, by: str = "", **more: Any) -> Kind:
    return Kind("ec2", create, ids, delete, by, **more)
