"""Repositories of ECR among what the tagging API finds, and the tags of instance profiles. server.py installs it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from moto.core.responses import ActionResult
from moto.ecr.models import ecr_backends
from moto.iam.responses import IamResponse
from moto.resourcegroupstaggingapi.models import ResourceGroupsTaggingAPIBackend as Tagging

others = Tagging._get_resources_generator


def with_repositories(
    self: Any, tag_filters: list[dict[str, Any]] | None = None, resource_type_filters: list[str] | None = None
) -> Iterator[dict[str, Any]]:
    yield from others(self, tag_filters, resource_type_filters)
    if resource_type_filters and not {"ecr", "ecr:repository"} & set(resource_type_filters):
        return
    ecr = ecr_backends[self.account_id][self.region_name]
    for repository in list(ecr.repositories.values()):
        tags = {one["Key"]: one["Value"] for one in ecr.list_tags_for_resource(repository.arn)["tags"]}
        if all(one["Key"] in tags and tags[one["Key"]] in (one.get("Values") or [tags[one["Key"]]]) for one in tag_filters or []):
            yield {"ResourceARN": repository.arn, "Tags": [{"Key": key, "Value": value} for key, value in tags.items()]}


def profile_tags(self: Any) -> ActionResult:
    profile = self.backend.get_instance_profile(self._get_param("InstanceProfileName"))
    return ActionResult({"Tags": profile.tags, "IsTruncated": False})


def install() -> None:
    IamResponse.list_instance_profile_tags = profile_tags
    Tagging._get_resources_generator = with_repositories
