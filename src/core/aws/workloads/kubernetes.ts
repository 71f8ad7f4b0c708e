import { NAMES } from './names.ts'
import { always, type Need, only, regional, type Workload } from './workload.ts'
import type { WorkloadId } from './workloadIds.ts'

const GUIDE = 'https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html'
const KARPENTER = 'https://karpenter.sh/docs/getting-started/getting-started-with-karpenter/#private-clusters'
const BALANCERS = 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/configurations/'

/** How a controller in a pod gets the credentials of its role. */
const credentials = [
  only('with IAM roles for service accounts', NAMES.sts, { source: GUIDE }),
  only('with Pod Identity', NAMES.eksAuth, { source: GUIDE }),
]
const images = NAMES.image.map((name) => always(name))
const mayPull = NAMES.image.map((name) => only('where its image comes from Amazon ECR', name))

/** Where Karpenter asks for prices. Source: its pricing provider (pkg/providers/pricing). */
const prices = (region: string, codes: RegExp, words: string, suffix = 'amazonaws.com'): Need =>
  only(
    'without settings.isolatedVPC, to keep prices up to date: those of the release serve as well',
    {
      host: `api.pricing.${region}.${suffix}`,
      service: `com.amazonaws.${region}.pricing.api`,
      port: 443,
    },
    { regions: { codes, words } },
  )

/** Nodes, pods and controllers of EKS. */
export const kubernetes = {
  'eks-node': {
    about:
      'A node also has to reach the API server of its cluster, whose private endpoint lies in the VPC under a name of its own.',
    source: GUIDE,
    needs: [
      always(NAMES.ec2),
      ...images,
      only('where a self-managed node looks its cluster up instead of being told', NAMES.eks),
      only('where node and pod logs go to CloudWatch Logs', NAMES.logs),
      only('where nodes are managed through the SSM Agent', NAMES.ssm),
      only('where pods send traces to X-Ray', NAMES.xray),
    ],
  },
  'eks-irsa': {
    about:
      'Credentials come from the Regional name of STS. SDKs that ask the global name (sts.amazonaws.com) do not use the endpoint.',
    source: GUIDE,
    needs: [always(NAMES.sts)],
  },
  'eks-pod-identity': {
    about: 'The agent on each node gets the credentials of pods from EKS Auth.',
    source: GUIDE,
    needs: [always(NAMES.eksAuth)],
  },
  'eks-cluster-autoscaler': {
    about: 'In a private cluster it is started with --aws-use-static-instance-list=true.',
    source: GUIDE,
    needs: [
      always(regional('autoscaling')),
      ...credentials,
      only('where instance types are looked up and not taken from its static list', NAMES.ec2),
      only('where it asks for the labels and taints of managed node groups', NAMES.eks, {
        source: 'https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md',
      }),
      ...mayPull,
    ],
  },
  'eks-load-balancer-controller': {
    about:
      'In a private cluster its flags enable-shield, enable-waf and enable-wafv2 are set to false: for two of them AWS has no endpoint.',
    source: GUIDE,
    needs: [
      always(NAMES.ec2),
      always(regional('elasticloadbalancing')),
      ...credentials,
      only('where it finds certificates by host name', regional('acm')),
      only('with enable-wafv2', regional('wafv2'), { source: BALANCERS }),
      only('with enable-waf', { ...regional('waf-regional'), service: null }, { source: BALANCERS }),
      only('with enable-shield', NAMES.shield, { source: BALANCERS }),
      ...mayPull,
    ],
  },
  'eks-external-dns': {
    about: 'Route 53 lives in one Region of its partition; an endpoint elsewhere states that Region.',
    source: GUIDE,
    needs: [...NAMES.route53.map((name) => always(name)), ...credentials],
  },
  'eks-karpenter': {
    about:
      'With settings.isolatedVPC it goes without the price list. A node class with spec.role makes instance profiles, which are IAM’s; one with spec.instanceProfile does not.',
    source: KARPENTER,
    needs: [
      always(NAMES.ec2),
      ...credentials,
      only('where AMIs are found by alias or by default', NAMES.ssm),
      only('with interruption handling', NAMES.sqs),
      only('where the cluster endpoint is looked up', NAMES.eks),
      ...NAMES.iam.map((name) => only('where node classes name a role (spec.role)', name)),
      prices(
        'us-east-1',
        /^(?!ap-|eu-|cn-|us-gov-|us-iso|eusc-)/,
        'in the Regions of the Americas, Africa and the Middle East',
      ),
      prices('ap-south-1', /^ap-/, 'in ap- Regions'),
      prices('eu-central-1', /^eu-/, 'in eu- Regions'),
      prices('cn-northwest-1', /^cn-/, 'in China', 'amazonaws.com.cn'),
      ...mayPull,
    ],
  },
} satisfies Partial<Record<WorkloadId, Workload>>
