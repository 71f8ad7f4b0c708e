"""Types of other services whose properties are not the parameters of one call."""

from __future__ import annotations

from typing import Any, Callable

from kind import Api, Kind, Properties, asked, lower, name_for, with_ports


def balancer_shape(properties: Properties) -> Properties:
    return {**properties, "Name": name_for("lb")}


def target_group_shape(properties: Properties) -> Properties:
    given = {key: value for key, value in properties.items() if key not in ("Targets", "TargetGroupAttributes")}
    return {**given, "Name": name_for("tg")}


class Record(Kind):
    def __init__(self) -> None:
        super().__init__("route53", "", "")

    def change(self, api: Api, action: str, properties: Properties) -> None:
        record = {key: value for key, value in properties.items() if key != "HostedZoneId"}
        if "ResourceRecords" in record:
            record["ResourceRecords"] = [{"Value": value} for value in record["ResourceRecords"]]
        if "TTL" in record:
            record["TTL"] = int(record["TTL"])
        if "AliasTarget" in record:
            record["AliasTarget"] = {"EvaluateTargetHealth": False, **record["AliasTarget"]}
        batch = {"Changes": [{"Action": action, "ResourceRecordSet": record}]}
        api("route53", "change_resource_record_sets", HostedZoneId=properties["HostedZoneId"], ChangeBatch=batch)

    def make(self, api: Api, properties: Properties) -> tuple[str, Any]:
        self.change(api, "CREATE", properties)
        return properties["Name"], None

    def remove(self, api: Api, made: str, properties: Properties) -> None:
        self.change(api, "DELETE", properties)


class Zone(Kind):
    """A zone is made with the first of its VPCs, and led to the others."""

    def __init__(self) -> None:
        super().__init__("route53", "", "")

    def make(self, api: Api, properties: Properties) -> tuple[str, Any]:
        first, *others = properties.get("VPCs", []) or [None]
        private = {"HostedZoneConfig": {"Comment": "", "PrivateZone": first is not None}}
        given = {"Name": properties["Name"], "CallerReference": name_for("zone"), **private}
        zone = api("route53", "create_hosted_zone", **given, **({"VPC": first} if first else {}))["HostedZone"]["Id"]
        made = zone.removeprefix("/hostedzone/")
        for one in others:
            api("route53", "associate_vpc_with_hosted_zone", HostedZoneId=made, VPC=one)
        tags = properties.get("HostedZoneTags", [])
        api("route53", "change_tags_for_resource", ResourceType="hostedzone", ResourceId=made, AddTags=tags)
        return made, None

    def remove(self, api: Api, made: str, properties: Properties) -> None:
        api("route53", "delete_hosted_zone", Id=made)


def function_shape(properties: Properties) -> Properties:
    code = {"ZipFile": zipped(properties["Code"]["ZipFile"])} if "ZipFile" in properties["Code"] else properties["Code"]
    return {**properties, "FunctionName": name_for("function"), "Code": code, "Tags": tags_by_key(properties)}


def tags_by_key(properties: Properties) -> dict[str, str]:
    return {one["Key"]: one["Value"] for one in properties.get("Tags", [])}


def zipped(text: str) -> bytes:
    import io
    import zipfile

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("index.py", text)
    return packed.getvalue()


def encryption(properties: Properties) -> Properties:
    """Whose names differ in two places between CloudFormation and the API."""
    rules = [
        {("ApplyServerSideEncryptionByDefault" if key == "ServerSideEncryptionByDefault" else key): value for key, value in one.items()}
        for one in properties["ServerSideEncryptionConfiguration"]
    ]
    return {"Rules": rules}


class Bucket(Kind):
    def __init__(self) -> None:
        super().__init__("s3", "", "", "delete_bucket", "Bucket")

    def make(self, api: Api, properties: Properties) -> tuple[str, Any]:
        name = properties["BucketName"]
        place = {} if api.region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": api.region}}
        api("s3", "create_bucket", Bucket=name, **place)
        api("s3", "put_bucket_tagging", Bucket=name, Tagging={"TagSet": properties["Tags"]})
        block = properties["PublicAccessBlockConfiguration"]
        api("s3", "put_public_access_block", Bucket=name, PublicAccessBlockConfiguration=block)
        if "OwnershipControls" in properties:
            api("s3", "put_bucket_ownership_controls", Bucket=name, OwnershipControls=properties["OwnershipControls"])
        if "BucketEncryption" in properties:
            api("s3", "put_bucket_encryption", Bucket=name, ServerSideEncryptionConfiguration=encryption(properties["BucketEncryption"]))
        return name, None


def task_shape(properties: Properties) -> Properties:
    given = lower(properties)
    return {**given, "family": name_for("task")}


def stop_service(api: Api, made: str, properties: Properties) -> None:
    api("ecs", "delete_service", cluster=properties["Cluster"], service=made, force=True)


def attributes_of(api: Api, made: str, wanted: list[Properties]) -> None:
    api("elbv2", "modify_load_balancer_attributes", LoadBalancerArn=made, Attributes=wanted)


def enforce(api: Api, made: str, value: str) -> None:
    """Which is said together with the groups."""
    groups = balancer("SecurityGroups")(api, made) or []
    api(
        "elbv2",
        "set_security_groups",
        LoadBalancerArn=made,
        SecurityGroups=groups,
        EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic=value,
    )


def group_attributes(api: Api, made: str, wanted: list[Properties]) -> None:
    api("elbv2", "modify_target_group_attributes", TargetGroupArn=made, Attributes=wanted)


def register(api: Api, made: str, targets: list[Properties]) -> None:
    api("elbv2", "register_targets", TargetGroupArn=made, Targets=with_ports(targets))


def balancer(query: str) -> Callable[[Api, str], Any]:
    return asked("elbv2", "describe_load_balancers", "LoadBalancerArns", f"LoadBalancers[0].{query}")
