import { NAMES } from './names.ts'
import { always, only, regional, type Workload } from './workload.ts'
import type { WorkloadId } from './workloadIds.ts'

const GLUE = 'https://docs.aws.amazon.com/glue/latest/dg/connection-JDBC-VPC.html'
const AIRFLOW = 'https://docs.aws.amazon.com/mwaa/latest/userguide/vpc-vpe-create-access.html'

/** DataSync, Glue, EMR, MWAA, DMS and RDS Custom. */
export const dataWorkloads = {
  'glue-job': {
    about:
      'A job with a connection runs through interfaces in its subnet. Its group lets all TCP ports in from itself, since the workers speak with each other.',
    source: GLUE,
    needs: [
      always(NAMES.ownBucket, { source: 'https://docs.aws.amazon.com/glue/latest/dg/vpc-endpoints-s3.html' }),
      only('where the job uses the Data Catalog or bookmarks', regional('glue'), {
        source: 'https://docs.aws.amazon.com/glue/latest/dg/vpc-interface-endpoints.html',
      }),
      only('where the connection names a secret', NAMES.secrets),
      only('where the Data Catalog or the data is encrypted by a key of one’s own', NAMES.kms),
      only('where the job writes its logs continuously', NAMES.logs),
      only('where the job’s code assumes roles', NAMES.sts),
    ],
  },
  'emr-node': {
    about:
      'A cluster in a private subnet needs a way to EMR’s log bucket and to the Amazon Linux repository, both in S3.',
    source: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-clusters-in-a-vpc.html',
    needs: [
      always(NAMES.ownBucket),
      only('with consistent view of EMRFS', NAMES.dynamodb),
      only('with debugging in the console', NAMES.sqs),
      only('where data is encrypted by a key of one’s own', NAMES.kms),
      only('where a step or a script calls EMR itself', regional('elasticmapreduce')),
      only('where a step or a script calls EC2', NAMES.ec2),
    ],
  },
  'mwaa-environment': {
    about: 'For private routing. MWAA makes the endpoints of its database and its web server itself.',
    source: AIRFLOW,
    needs: [
      always(NAMES.ownBucket),
      always(NAMES.monitoring),
      always(NAMES.logs),
      always(NAMES.sqs),
      always(NAMES.kms),
      always(NAMES.ecrApi),
      always(NAMES.ecrRegistry),
      always(regional('airflow.api', 'api.airflow')),
      always(regional('airflow.env', 'env.airflow')),
      always(regional('airflow.ops', 'ops.airflow')),
    ],
  },
  'datasync-agent': {
    about:
      'With a VPC endpoint an agent asks that one on TCP ports 1024 to 1064, and on 443 the interfaces of its tasks, which DataSync makes in a subnet of one’s own: their group has to let it in. With a public service endpoint it asks names of DataSync in its Region on 443, and no endpoint serves those.',
    source: 'https://docs.aws.amazon.com/datasync/latest/userguide/datasync-network.html',
    needs: [only('with a VPC endpoint', { ...regional('datasync'), port: 1024 })],
  },
  'dms-instance': {
    about: 'From version 3.4.7 on a replication instance reaches AWS’s services through the VPC.',
    source: 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_VPC_Endpoints.html',
    needs: [
      only('with S3 as source or target', NAMES.ownBucket),
      only('with DynamoDB as target', NAMES.dynamodb),
      only('with Kinesis Data Streams as target', regional('kinesis-streams', 'kinesis')),
      only('where endpoints take their credentials from Secrets Manager', NAMES.secrets),
    ],
  },
  'rds-custom': {
    about: 'RDS Custom checks that the instance reaches these names.',
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/custom-setup-sqlserver.html',
    needs: [
      always(NAMES.monitoring),
      always(NAMES.logs),
      always(regional('events')),
      always(NAMES.ec2),
      always(NAMES.ownBucket),
      always(NAMES.secrets),
      always(NAMES.ssm),
      always(NAMES.ssmMessages),
      only('before version 3.3.40.0 of the SSM Agent', NAMES.ec2Messages),
    ],
  },
} satisfies Partial<Record<WorkloadId, Workload>>
