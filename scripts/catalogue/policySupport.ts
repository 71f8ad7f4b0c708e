/**
 * Endpoint policies by service suffix. Services in neither list are not stated: the 2022 guide said no for some that have gained
 * support since, and names no newer ones.
 */
const SUPPORTED = `
  access-analyzer acm-pca airflow.api airflow.env airflow.ops app-integrations application-autoscaling apprunner athena auditmanager
  autoscaling autoscaling-plans braket cassandra cassandra-fips clouddirectory cloudhsmv2 codeartifact.api codeartifact.repositories
  codebuild codebuild-fips codecommit codecommit-fips codedeploy codedeploy-commands-secure codestar-connections.api comprehend
  comprehendmedical config databrew dataexchange devops-guru dms dms-fips drs dynamodb ec2 ec2messages ecr.api ecr.dkr ecs ecs-agent
  ecs-telemetry elasticbeanstalk elasticbeanstalk-health elasticfilesystem elasticfilesystem-fips elasticloadbalancing elasticmapreduce
  emr-containers events execute-api finspace finspace-api fis frauddetector git-codecommit git-codecommit-fips glue greengrass
  groundstation healthlake imagebuilder kendra kinesis-firehose kinesis-streams kms lakeformation lambda license-manager
  license-manager-fips logs lookoutequipment lookoutvision macie2 mgn monitoring profile proton rds rds-data redshift redshift-data
  redshift-fips rekognition rekognition-fips s3 sagemaker.api sagemaker.featurestore-runtime sagemaker.runtime sagemaker.runtime-fips
  secretsmanager securityhub snow-device-management sns sqs ssm ssmmessages states sts sync-states synthetics textract textract-fips
  transcribe transcribestreaming voiceid workspaces xray com.amazonaws.s3-global.accesspoint aws.sagemaker.{r}.notebook
  aws.sagemaker.{r}.studio`
const UNSUPPORTED =
  'appmesh-envoy-management apprunner.requests appstream.api appstream.streaming awsconnector transfer.server'

const wordsOf = (text: string) => new Set(text.trim().split(/\s+/))
const supported = wordsOf(SUPPORTED)
const unsupported = wordsOf(UNSUPPORTED)

/** Source of `true`: the 2022 guide's table of services (P22). Source of `false`: the 2026 guide (P26). */
export const policySupportOf = (service: string): boolean | null =>
  supported.has(service) ? true : unsupported.has(service) ? false : null

/** The services that the lists name, so that a misspelt one is noticed. */
export const servicesWithPolicyFacts: readonly string[] = [...supported, ...unsupported]
