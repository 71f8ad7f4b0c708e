"""CloudFormation for moto: every resource of a template is made by the call of its service's API that CloudFormation makes for it.

moto knows few of the types, and of those not every property. Here the template's properties go to the API by the name that they have there, so
that the AWS SDK's own model refuses what the API does not take. `TYPES` says for each type which call makes it, what `Ref` and `Fn::GetAtt`
give, and which call deletes it. server.py installs it.
"""

from __future__ import annotations

import ipaddress
import json
import re
from typing import Any

import moto.cloudformation.models as models
import moto.cloudformation.parsing as parsing
import moto.cloudformation.responses as responses
from botocore.exceptions import ClientError
from kind import Api, Kind, Properties
from stackTypes import TYPES


class Resource:
    """A resource of a stack."""

    def __init__(self, kind: Kind, api: Api, properties: Properties) -> None:
        self.kind, self.api, self.properties = kind, api, properties
        self.physical_resource_id, self.answer = kind.make(api, json.loads(json.dumps(properties)))
        self.type = self.cf_resource_type = ""

    def get_cfn_attribute(self, name: str) -> Any:
        read = self.kind.attributes.get(name)
        if read is None:
            raise ValueError(f"stacks.py does not know the attribute {name} of {self.cf_resource_type}")
        return read(self.api, self.physical_resource_id)

    def is_created(self) -> bool:
        return True

    def delete(self, _account: str, _region: str) -> None:
        """What is gone already, with another thing mostly, is deleted."""
        try:
            self.kind.remove(self.api, self.physical_resource_id, self.properties)
        except ClientError as error:
            if not re.search("NotFound|NoSuch|NotExist", error.response["Error"]["Code"]):
                raise


class Made:
    """What moto takes for the class of a type."""

    def __init__(self, name: str) -> None:
        self.name = name

    def create_from_cloudformation_json(
        self, _name: str, given: Any, account: str, region: str, **_: Any
    ) -> Resource:
        return Resource(TYPES[self.name], Api(account, region), given.get("Properties", {}))

    def has_cfn_attr(self, name: str) -> bool:
        return name in TYPES[self.name].attributes


def class_of(name: str) -> Any:
    if name not in TYPES:
        raise NotImplementedError(f"The resource type {name} has not been implemented")
    return Made(name)


clean = parsing.clean_json


def clean_more(given: Any, resources: Any) -> Any:
    """Fn::Cidr, which moto does not know."""
    if isinstance(given, dict) and "Fn::Cidr" in given:
        block, count, bits = [clean_more(one, resources) for one in given["Fn::Cidr"]]
        network = ipaddress.ip_network(block)
        parts = network.subnets(new_prefix=network.max_prefixlen - int(bits))
        return [str(next(parts)) for _ in range(int(count))]
    return clean(given, resources)


def update(self: Any, template: Any, parameters: Any = None) -> None:
    """What the conditions allow now is there afterwards, made in the order of references; nothing else is."""
    self._template = template
    if parameters:
        self.input_parameters = parameters
    self.load_mapping()
    self.load_parameters()
    self.load_conditions()
    self._resource_json_map = template["Resources"]
    wanted = {
        name: one
        for name, one in template["Resources"].items()
        if "Condition" not in one or self.lazy_condition_map[one["Condition"]]
    }
    made = {name: one for name, one in self._parsed_resources.items() if isinstance(one, Resource)}
    for name in [name for name in reversed(made) if name not in wanted]:
        made[name].delete(self._account_id, self._region_name)
        del self._parsed_resources[name]
    for name, one in wanted.items():
        if name in made and parsing.clean_json(one, self).get("Properties", {}) != made[name].properties:
            raise NotImplementedError(f"{name} ({one['Type']}) would be changed in place, which stacks.py does not do")
    for name in wanted:
        make_in_order(self, name, wanted)


def make_in_order(self: Any, name: str, wanted: dict[str, Any]) -> None:
    depends = wanted[name].get("DependsOn", [])
    for other in [depends] if isinstance(depends, str) else depends:
        if other in wanted and other not in self._parsed_resources:
            make_in_order(self, other, wanted)
    self[name]


def delete(self: Any) -> None:
    """Last made first; what is kept stays."""
    for name in reversed([name for name, one in self._parsed_resources.items() if isinstance(one, Resource)]):
        if self._resource_json_map[name].get("DeletionPolicy") != "Retain":
            self._parsed_resources[name].delete(self._account_id, self._region_name)
        del self._parsed_resources[name]


make_change_set = models.CloudFormationBackend.create_change_set


def create_change_set(self: Any, stack_name: str, *given: Any, **named: Any) -> Any:
    """A stack that is only looked at so far takes another change set in the place of the first."""
    for stack in [one for one in self.stacks.values() if one.name == stack_name and one.status == "REVIEW_IN_PROGRESS"]:
        del self.stacks[stack.stack_id]
    return make_change_set(self, stack_name, *given, **named)


def apply(self: Any) -> None:
    """The stack has afterwards what the change set says: parameters, tags and outputs as well."""
    self.stack.resource_map.update(self.template_dict, self.parameters)
    self.stack.template, self.stack.template_dict = self.template, self.template_dict
    self.stack.parameters, self.stack.tags = self.parameters, self.tags or self.stack.tags
    self.stack.output_map = self.stack._create_output_map()


def has_parameters(self: Any, given: dict[str, Any]) -> bool:
    """Whether they come to what the stack has: one that is left out has its default."""
    slots = self.template_dict.get("Parameters", {})
    full = {name: str(given.get(name, slot.get("Default"))) for name, slot in slots.items()}
    return full == {name: str(self.parameters.get(name, slot.get("Default"))) for name, slot in slots.items()}


def install() -> None:
    # a change set without changes is made, and says so; moto refuses it
    responses.CloudFormationResponse._validate_different_update = lambda *_: None
    models.Stack.has_parameters = has_parameters
    models.CloudFormationBackend.create_change_set = create_change_set
    models.ChangeSet.apply = apply
    parsing.resource_class_from_type = class_of
    parsing.clean_json = clean_more
    parsing.ResourceMap.update = update
    parsing.ResourceMap.delete = delete
