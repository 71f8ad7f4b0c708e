import { type AccessRequest, type Design, parseDesignValue } from '../model/index.ts'

/** A design to begin with. `load` fetches it: the designs stay out of the start-up bundle. */
export interface Template {
  readonly id: string
  readonly title: string
  readonly summary: string
  /** The request that a click on the template asks; the first of its saved requests. */
  readonly request: AccessRequest
  load(): Promise<Design>
}

/** Every template, in the order in which the start page shows them. */
export const templates: readonly Template[] = [
  {
    id: 'kinesis-private-dns',
    title: 'Kinesis and private DNS',
    summary: 'One endpoint, two subnets, one switch: what private DNS changes for the name that programs use.',
    request: { from: 'instance-2', to: 'kinesis.us-east-1.amazonaws.com', protocol: 'tcp', port: 443 },
    load: async () => read((await import('./kinesis-private-dns.json', { with: { type: 'json' } })).default),
  },
  {
    id: 's3-gateway-endpoint',
    title: 'S3 through a gateway endpoint',
    summary: 'A free way to S3 for two subnets, and where it ends: at the border of the Region.',
    request: { from: 'worker-1', to: 'orders-111122223333.s3.us-east-1.amazonaws.com', protocol: 'tcp', port: 443 },
    load: async () => read((await import('./s3-gateway-endpoint.json', { with: { type: 'json' } })).default),
  },
  {
    id: 'bucket-one-endpoint',
    title: 'A bucket that only one endpoint may use',
    summary: 'One role asks for one report from three places: the bucket policy lets in what comes by its endpoint.',
    request: {
      from: 'worker-1',
      to: 'reports-111122223333.s3.us-east-1.amazonaws.com',
      protocol: 'tcp',
      port: 443,
      api: { action: 's3:GetObject', resource: 'arn:aws:s3:::reports-111122223333/2026/q3.csv', context: {} },
    },
    load: async () => read((await import('./bucket-one-endpoint.json', { with: { type: 'json' } })).default),
  },
  {
    id: 'central-endpoints',
    title: 'Central endpoints and a data perimeter',
    summary: 'A call by another VPC’s endpoint comes from that VPC: what policies that name VPCs make of it.',
    request: {
      from: 'app-1',
      to: 'sqs.us-east-1.amazonaws.com',
      protocol: 'tcp',
      port: 443,
      api: { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:us-east-1:111122223333:invoices', context: {} },
    },
    load: async () => read((await import('./central-endpoints.json', { with: { type: 'json' } })).default),
  },
  {
    id: 'two-zones-endpoint',
    title: 'An endpoint in two zones, one of them broken',
    summary: 'The Region-wide name works for some connections and not for others; the zonal names tell why.',
    request: { from: 'client-1', to: 'vpce-123-ab.sqs.us-east-1.vpce.amazonaws.com', protocol: 'tcp', port: 443 },
    load: async () => read((await import('./two-zones-endpoint.json', { with: { type: 'json' } })).default),
  },
  {
    id: 'lambda-no-way-out',
    title: 'A function without a way out',
    summary: 'A Lambda function in a VPC reads its secret and then times out on everything else.',
    request: { from: 'function-1', to: 'dynamodb.us-east-1.amazonaws.com', protocol: 'tcp', port: 443 },
    load: async () => read((await import('./lambda-no-way-out.json', { with: { type: 'json' } })).default),
  },
  {
    id: 'ecr-fargate',
    title: 'Fargate tasks without the internet',
    summary: 'All that a container needs to start in a private subnet: three interface endpoints and S3.',
    request: {
      from: 'task-1',
      to: 'prod-us-east-1-starport-layer-bucket.s3.us-east-1.amazonaws.com',
      protocol: 'tcp',
      port: 443,
    },
    load: async () => read((await import('./ecr-fargate.json', { with: { type: 'json' } })).default),
  },
  {
    id: 's3-exact-route',
    title: 'A route that beats the endpoint',
    summary:
      'A leftover route to the internet gateway is more specific than S3’s own range: some requests pass the endpoint by.',
    request: { from: 'worker-1', to: '54.123.165.10', protocol: 'tcp', port: 443 },
    load: async () => read((await import('./s3-exact-route.json', { with: { type: 'json' } })).default),
  },
  {
    id: 'nat-to-internet',
    title: 'Out through a NAT gateway',
    summary: 'A private subnet that may call the internet, and that the internet cannot call.',
    request: { from: 'app-1', to: 'api.partner.example', protocol: 'tcp', port: 443 },
    load: async () => read((await import('./nat-to-internet.json', { with: { type: 'json' } })).default),
  },
  {
    id: 'three-tier-web',
    title: 'Three tiers, two zones',
    summary: 'Web, application and database, each admitting only the tier in front of it.',
    request: { from: 'internet', to: 'web-a', protocol: 'tcp', port: 443 },
    load: async () => read((await import('./three-tier-web.json', { with: { type: 'json' } })).default),
  },
  {
    id: 'endpoint-service',
    title: 'Offer a service of one’s own',
    summary: 'A provider’s load balancer and a consumer’s endpoint: two networks that share nothing but a zone ID.',
    request: {
      from: 'app-1',
      to: 'vpce-1234-abcdef.vpce-svc-1234.us-east-1.vpce.amazonaws.com',
      protocol: 'tcp',
      port: 443,
    },
    load: async () => read((await import('./endpoint-service.json', { with: { type: 'json' } })).default),
  },
  {
    id: 'gateway-load-balancer',
    title: 'Inspection on the way in and out',
    summary: 'Three route tables lead all traffic through the firewalls of another VPC, there and back.',
    request: { from: 'internet', to: 'web-1', protocol: 'tcp', port: 443 },
    load: async () => read((await import('./gateway-load-balancer.json', { with: { type: 'json' } })).default),
  },
  {
    id: 'network-firewall',
    title: 'Only names on a list get out',
    summary: 'A private subnet’s way out leads through a Network Firewall that passes the names on its list.',
    request: { from: 'app-1', to: 'files.example.org', protocol: 'tcp', port: 443 },
    load: async () => read((await import('./network-firewall.json', { with: { type: 'json' } })).default),
  },
]

/** A template's file as a design. That every file parses is tested, so a problem here is a fault of the build. */
function read(file: unknown): Design {
  const result = parseDesignValue(file)
  if (!result.ok)
    throw new Error(`a template does not parse: ${result.problems[0].path}: ${result.problems[0].message}`)
  return result.design
}
