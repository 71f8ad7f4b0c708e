import type { EndpointNet, Eni } from '../networks.ts'

/** The interfaces of an endpoint in zones that its service of AWS is not in, as far as the account has been told. Source: AWS PrivateLink guide, describe-vpc-endpoint-services. */
export const enisOutsideService = ({
  enis,
  serviceZones,
  foreign,
}: Pick<EndpointNet, 'enis' | 'serviceZones' | 'foreign'>): readonly Eni[] =>
  serviceZones === null || foreign ? [] : enis.filter(({ subnet }) => !serviceZones.has(subnet.zoneName))
