import { NAMES } from './names.ts'
import { always, only, regional, type Workload } from './workload.ts'
import type { WorkloadId } from './workloadIds.ts'

const API = regional('sagemaker.api', 'api.sagemaker')
const RUNTIME = regional('sagemaker.runtime', 'runtime.sagemaker')

/** SageMaker. */
export const learning = {
  'sagemaker-notebook': {
    about:
      'Without direct internet access the notebook can neither train nor host unless the VPC leads to SageMaker’s API and runtime.',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html',
    needs: [
      always(API),
      always(RUNTIME),
      only('where notebooks use S3', NAMES.ownBucket),
      only('where notebooks ask for their role', NAMES.sts),
      only('where notebooks read the logs of jobs', NAMES.logs),
      ...NAMES.image.map((name) => only('where notebooks push or pull images', name)),
    ],
  },
  'sagemaker-studio': {
    about: 'Apps also speak NFS (TCP 2049) with the domain’s EFS volume and with each other, both inside the VPC.',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-notebooks-and-internet-access.html',
    needs: [
      always(API),
      always(RUNTIME),
      always(NAMES.ownBucket),
      only('with SageMaker Projects', regional('servicecatalog')),
      only('where notebooks ask for their role', NAMES.sts),
      only('where notebooks write logs', NAMES.logs),
    ],
  },
  'sagemaker-training': {
    about: 'Containers of a job with a VPC configuration reach data and model artifacts through the VPC.',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html',
    needs: [always(NAMES.ownBucket)],
  },
  'sagemaker-model': {
    about: 'Containers of a model with a VPC configuration reach its artifacts and data through the VPC.',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html',
    needs: [always(NAMES.ownBucket), only('where the container calls other endpoints of SageMaker', RUNTIME)],
  },
} satisfies Partial<Record<WorkloadId, Workload>>
