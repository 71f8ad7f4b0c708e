export const OWNER = '111111111111'
export const OTHER = '222222222222'

export const group = (id: string) => [{ GroupId: id, GroupName: id }]

/** A network interface as `describe-network-interfaces` prints it. */
export const eni = (id: string, subnet: string, ip: string, more: Record<string, unknown> = {}) => ({
  NetworkInterfaceId: id,
  SubnetId: subnet,
  VpcId: 'vpc-a',
  AvailabilityZone: 'us-east-1a',
  OwnerId: OWNER,
  PrivateIpAddress: ip,
  PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: ip }],
  Groups: group('sg-web'),
  Status: 'in-use',
  SourceDestCheck: true,
  Description: '',
  InterfaceType: 'interface',
  ...more,
})
