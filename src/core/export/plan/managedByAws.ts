/** Policies of AWS's that have more than their name in their ARN. Source: IAM guide and AWS Managed Policy Reference. */
const PATHS: readonly (readonly [path: string, names: RegExp])[] = [
  [
    'service-role',
    /^(?:AWSLambda\w*(?:ExecutionRole|Role)|AmazonECSTaskExecutionRolePolicy|AmazonEC2ContainerService\w+|AmazonECSInfrastructureRole\w*|AmazonEC2SpotFleet\w+|AmazonElasticMapReduce(?:for|Role|Editors)\w*|AmazonAPIGatewayPushToCloudWatchLogs|AmazonRDS\w*Role\w*|AWSGlueServiceRole|AWSCodeDeployRole\w*|AWSConfigRole\w*|AWSDataSyncFullAccess|AmazonSSM(?:AutomationRole|MaintenanceWindowRole)|AmazonEKS\w*DriverPolicy\w*)$/,
  ],
  [
    'job-function',
    /^(?:Billing|DatabaseAdministrator|DataScientist|NetworkAdministrator|SupportUser|SystemAdministrator|ViewOnlyAccess)$/,
  ],
]
/** How names of AWS's own policies begin, and those that begin otherwise. */
const OWN =
  /^(?:AWS|Amazon|CloudWatch|IAM|AutoScaling|AlexaForBusiness|Comprehend|Translate|Resource|S3)[A-Z0-9]?\w*$|^(?:AdministratorAccess|PowerUserAccess|ReadOnlyAccess|SecurityAudit|CloudFrontFullAccess|CloudFrontReadOnlyAccess)$/

/** What follows `policy/` in the ARN of a policy of AWS's by that name; null where it reads like somebody's own. */
export function managedByAws(name: string): string | null {
  const [path] = PATHS.find(([, names]) => names.test(name)) ?? []
  if (path !== undefined) return `${path}/${name}`
  return OWN.test(name) ? name : null
}
