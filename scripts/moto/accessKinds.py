"""Types of who may do what: users and policies of IAM, and what carries a policy of its own."""

from __future__ import annotations

import json
from typing import Any, Callable

from kind import Api, Kind, Properties, asked, lower, name_for, text_of
from serviceKinds import tags_by_key


def without(properties: Properties, *names: str) -> Properties:
    return {key: value for key, value in properties.items() if key not in names}


class Identity(Kind):
    """A role or a user, with its policies; its name is made up where none is given."""

    def __init__(self, kind: str) -> None:
        self.kind, self.named = kind, f"{kind.capitalize()}Name"
        super().__init__("iam", "", "", attributes={"Arn": self.arn})

    def arn(self, api: Api, made: str) -> str:
        return api("iam", f"get_{self.kind}", **{self.named: made})[self.kind.capitalize()]["Arn"]

    def make(self, api: Api, properties: Properties) -> tuple[str, Any]:
        name = properties.get(self.named, name_for(self.kind))
        given = without(properties, "ManagedPolicyArns", "Policies")
        if "AssumeRolePolicyDocument" in given:
            given["AssumeRolePolicyDocument"] = text_of(given["AssumeRolePolicyDocument"])
        api("iam", f"create_{self.kind}", **{**given, self.named: name})
        for arn in properties.get("ManagedPolicyArns", []):
            api("iam", f"attach_{self.kind}_policy", **{self.named: name}, PolicyArn=arn)
        for one in properties.get("Policies", []):
            text = text_of(one["PolicyDocument"])
            api("iam", f"put_{self.kind}_policy", **{self.named: name}, PolicyName=one["PolicyName"], PolicyDocument=text)
        return name, None

    def remove(self, api: Api, made: str, properties: Properties) -> None:
        for arn in properties.get("ManagedPolicyArns", []):
            api("iam", f"detach_{self.kind}_policy", **{self.named: made}, PolicyArn=arn)
        for one in properties.get("Policies", []):
            api("iam", f"delete_{self.kind}_policy", **{self.named: made}, PolicyName=one["PolicyName"])
        api("iam", f"delete_{self.kind}", **{self.named: made})


def inline_policy(kind: str) -> Kind:
    named = f"{kind.capitalize()}Name"
    return Kind(
        "iam",
        f"put_{kind}_policy",
        lambda given, _: f"{given[named]}|{given['PolicyName']}",
        lambda api, _, given: api("iam", f"delete_{kind}_policy", **{named: given[named]}, PolicyName=given["PolicyName"]),
        shape=lambda given: {**given, "PolicyDocument": text_of(given["PolicyDocument"])},
    )


def managed_shape(properties: Properties) -> Properties:
    given = without(properties, "ManagedPolicyName")
    name = properties.get("ManagedPolicyName", name_for("policy"))
    return {**given, "PolicyName": name, "PolicyDocument": text_of(properties["PolicyDocument"])}


def key_shape(properties: Properties) -> Properties:
    tags = [{"TagKey": one["Key"], "TagValue": one["Value"]} for one in properties.get("Tags", [])]
    policy = {"Policy": text_of(properties["KeyPolicy"])} if "KeyPolicy" in properties else {}
    return {**without(properties, "KeyPolicy"), **policy, "Tags": tags}


def queue_shape(properties: Properties) -> Properties:
    """Attributes are texts in the API, also numbers and truths."""
    attributes = {key: text_of(value) for key, value in without(properties, "QueueName", "Tags").items()}
    name = properties.get("QueueName", name_for("queue"))
    return {"QueueName": name, "Attributes": attributes, "tags": tags_by_key(properties)}


class PolicyOfSeveral(Kind):
    """A policy that is an attribute of each thing in a list."""

    def __init__(self, service: str, things: str, put: Callable[[Api, str, str], Any]) -> None:
        self.things, self.put = things, put
        super().__init__(service, "", "")

    def make(self, api: Api, properties: Properties) -> tuple[str, Any]:
        for thing in properties[self.things]:
            self.put(api, thing, text_of(properties["PolicyDocument"]))
        return name_for("policy"), None

    def remove(self, api: Api, made: str, properties: Properties) -> None:
        """It goes with what has it."""


class AccessPoint(Kind):
    """Its policy is put once it is there."""

    def __init__(self) -> None:
        super().__init__("s3control", "", "")

    def make(self, api: Api, properties: Properties) -> tuple[str, Any]:
        named = {"AccountId": api.account, "Name": properties.get("Name", name_for("point"))}
        api("s3control", "create_access_point", **{**without(properties, "Policy"), **named})
        if "Policy" in properties:
            api("s3control", "put_access_point_policy", **named, Policy=text_of(properties["Policy"]))
        return named["Name"], None

    def remove(self, api: Api, made: str, properties: Properties) -> None:
        api("s3control", "delete_access_point", AccountId=api.account, Name=made)


def repository_shape(properties: Properties) -> Properties:
    given = lower(without(properties, "RepositoryPolicyText"))
    return {"repositoryName": name_for("repository"), **given, "tags": properties.get("Tags", [])}


def permission_shape(properties: Properties) -> Properties:
    return {"StatementId": name_for("permission"), **properties}


def api_shape(properties: Properties) -> Properties:
    policy = {"policy": text_of(properties["Policy"])} if "Policy" in properties else {}
    return {**lower(without(properties, "Tags", "Policy")), **policy, "tags": tags_by_key(properties)}


def table_shape(properties: Properties) -> Properties:
    policy = {"ResourcePolicy": text_of(properties["ResourcePolicy"]["PolicyDocument"])} if "ResourcePolicy" in properties else {}
    return {**properties, **policy}


ACCESS_TYPES: dict[str, Kind] = {
    "AWS::IAM::Role": Identity("role"),
    "AWS::IAM::User": Identity("user"),
    "AWS::IAM::RolePolicy": inline_policy("role"),
    "AWS::IAM::UserPolicy": inline_policy("user"),
    "AWS::IAM::ManagedPolicy": Kind("iam", "create_policy", "Policy.Arn", "delete_policy", "PolicyArn", shape=managed_shape),
    "AWS::KMS::Key": Kind(
        "kms",
        "create_key",
        "KeyMetadata.KeyId",
        lambda api, made, given: api("kms", "schedule_key_deletion", KeyId=made, PendingWindowInDays=given.get("PendingWindowInDays", 30)),
        shape=key_shape,
        attributes={"Arn": asked("kms", "describe_key", "KeyId", "KeyMetadata.Arn", many=False)},
    ),
    "AWS::KMS::Alias": Kind("kms", "create_alias", lambda given, _: given["AliasName"], "delete_alias", "AliasName"),
    "AWS::SecretsManager::Secret": Kind(
        "secretsmanager",
        "create_secret",
        "ARN",
        lambda api, made, _: api("secretsmanager", "delete_secret", SecretId=made, ForceDeleteWithoutRecovery=True),
    ),
    "AWS::SecretsManager::ResourcePolicy": Kind(
        "secretsmanager",
        "put_resource_policy",
        "ARN",
        "delete_resource_policy",
        "SecretId",
        shape=lambda given: {**given, "ResourcePolicy": text_of(given["ResourcePolicy"])},
    ),
    "AWS::S3::BucketPolicy": Kind(
        "s3",
        "put_bucket_policy",
        lambda given, _: given["Bucket"],
        "delete_bucket_policy",
        "Bucket",
        shape=lambda given: {"Bucket": given["Bucket"], "Policy": text_of(given["PolicyDocument"])},
    ),
    "AWS::S3::AccessPoint": AccessPoint(),
    "AWS::DynamoDB::Table": Kind(
        "dynamodb", "create_table", "TableDescription.TableName", "delete_table", "TableName", shape=table_shape
    ),
    "AWS::ApiGateway::RestApi": Kind("apigateway", "create_rest_api", "id", "delete_rest_api", "restApiId", shape=api_shape),
    "AWS::SQS::Queue": Kind(
        "sqs",
        "create_queue",
        "QueueUrl",
        "delete_queue",
        "QueueUrl",
        shape=queue_shape,
        attributes={
            "Arn": lambda api, made: api("sqs", "get_queue_attributes", QueueUrl=made, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
        },
    ),
    "AWS::SQS::QueuePolicy": PolicyOfSeveral(
        "sqs", "Queues", lambda api, queue, text: api("sqs", "set_queue_attributes", QueueUrl=queue, Attributes={"Policy": text})
    ),
    "AWS::SNS::Topic": Kind(
        "sns",
        "create_topic",
        "TopicArn",
        "delete_topic",
        "TopicArn",
        shape=lambda given: {"Name": given.get("TopicName", name_for("topic")), **without(given, "TopicName")},
    ),
    "AWS::SNS::TopicPolicy": PolicyOfSeveral(
        "sns",
        "Topics",
        lambda api, topic, text: api("sns", "set_topic_attributes", TopicArn=topic, AttributeName="Policy", AttributeValue=text),
    ),
    "AWS::ECR::Repository": Kind(
        "ecr",
        "create_repository",
        "repository.repositoryName",
        lambda api, made, _: api("ecr", "delete_repository", repositoryName=made),
        later={
            "RepositoryPolicyText": lambda api, made, policy: api(
                "ecr", "set_repository_policy", repositoryName=made, policyText=text_of(policy)
            )
        },
        shape=repository_shape,
    ),
    "AWS::Events::EventBus": Kind(
        "events",
        "create_event_bus",
        lambda given, _: given["Name"],
        "delete_event_bus",
        "Name",
        later={"Policy": lambda api, made, policy: api("events", "put_permission", EventBusName=made, Policy=text_of(policy))},
    ),
    "AWS::Lambda::Permission": Kind(
        "lambda",
        "add_permission",
        lambda given, answer: json.loads(answer["Statement"])["Sid"],
        lambda api, made, given: api("lambda", "remove_permission", FunctionName=given["FunctionName"], StatementId=made),
        shape=permission_shape,
    ),
}
