const READER = 'arn:aws:iam::111122223333:role/reader'
const ask = (id: string, name: string, from: string, action: string, resource: string) => ({
  id,
  name,
  request: {
    from,
    to: 's3.us-east-1.amazonaws.com',
    protocol: 'tcp',
    port: 443,
    api: { action, resource, principal: READER },
  },
  expect: null,
})

/** A design file with a role, two buckets, a gateway endpoint for S3, and three saved requests that carry calls; all succeed. */
export const guardedDesign = (): string =>
  JSON.stringify({
    format: 'hopwise-design',
    version: 1,
    title: 'Guarded',
    constructs: [
      {
        kind: 'account',
        id: 'account-1',
        name: 'Account',
        accountId: '111122223333',
        organisation: 'o-a1b2c3d4e5',
      },
      { kind: 'region', id: 'region-1', name: 'us-east-1', code: 'us-east-1' },
      {
        kind: 'vpc',
        id: 'vpc-1',
        name: 'Shop',
        region: 'region-1',
        account: 'account-1',
        cidrs: ['10.0.0.0/16'],
        dnsHostnames: true,
        mainRouteTable: 'rtb-1',
        awsId: 'vpc-1a2b3c4d',
      },
      { kind: 'availability-zone', id: 'zone-a', name: 'us-east-1a', vpc: 'vpc-1', zoneName: 'us-east-1a' },
      { kind: 'subnet', id: 'subnet-1', name: 'Private', zone: 'zone-a', cidr: '10.0.1.0/24' },
      { kind: 'route-table', id: 'rtb-1', name: 'Main', vpc: 'vpc-1', routes: [] },
      { kind: 'security-group', id: 'sg-1', name: 'App', vpc: 'vpc-1', ingress: [] },
      {
        kind: 'client',
        id: 'app-1',
        name: 'app-1',
        runtime: 'ec2',
        interfaces: [{ subnet: 'subnet-1', securityGroups: ['sg-1'], privateIp: '10.0.1.10' }],
        role: 'role-1',
        awsId: 'i-1a2b3c4d',
      },
      {
        kind: 'gateway-endpoint',
        id: 'endpoint-1',
        name: 'S3 gateway',
        vpc: 'vpc-1',
        service: 'com.amazonaws.us-east-1.s3',
        routeTables: ['rtb-1'],
        awsId: 'vpce-1a2b3c4d',
      },
      {
        kind: 'iam-role',
        id: 'role-1',
        name: 'reader',
        roleName: 'reader',
        path: '/',
        account: 'account-1',
        policies: [
          {
            name: 'buckets',
            document: JSON.stringify({
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
            }),
          },
        ],
      },
      {
        kind: 's3-bucket',
        id: 'bucket-1',
        name: 'orders',
        bucketName: 'orders-of-the-shop',
        region: 'region-1',
        account: 'account-1',
      },
      {
        kind: 's3-bucket',
        id: 'bucket-2',
        name: 'reports',
        bucketName: 'reports-of-the-shop',
        region: 'region-1',
        account: 'account-1',
      },
    ],
    requests: [
      ask('read-orders', 'app-1 reads orders', 'app-1', 's3:GetObject', 'arn:aws:s3:::orders-of-the-shop/1.json'),
      ask('write-orders', 'app-1 writes orders', 'app-1', 's3:PutObject', 'arn:aws:s3:::orders-of-the-shop/2.json'),
      ask('read-reports', 'app-1 reads reports', 'app-1', 's3:GetObject', 'arn:aws:s3:::reports-of-the-shop/a.csv'),
    ],
  })
