import type { Wanted } from '../plan/planning.ts'

/** How AWS's ids begin, by the type of what is named; others are any one word. */
const ID_FORMS: { readonly [N in NonNullable<Wanted['type']>]?: string } = {
  vpc: 'vpc-[0-9a-f]+',
  subnet: 'subnet-[0-9a-f]+',
  'security-group': 'sg-[0-9a-f]+',
  'prefix-list': 'pl-[0-9a-f]+',
  peering: 'pcx-[0-9a-f]+',
  'peering-acceptance': 'pcx-[0-9a-f]+',
  'peering-role': 'arn:[^:]+:iam::[0-9]{12}:role/.+',
  'transit-gateway': 'tgw-[0-9a-f]+',
  'transit-attachment': 'tgw-attach-[0-9a-f]+',
  'transit-peering': 'tgw-attach-[0-9a-f]+',
  'transit-peering-acceptance': 'tgw-attach-[0-9a-f]+',
  'vpn-attachment': 'tgw-attach-[0-9a-f]+',
  'interface-endpoint': 'vpce-[0-9a-f]+',
  'balancer-endpoint': 'vpce-[0-9a-f]+',
  'connection-acceptance': 'vpce-[0-9a-f]+',
  'firewall-endpoint': 'vpce-[0-9a-f]+',
  'endpoint-service': 'vpce-svc-[0-9a-f]+',
  'client-interface': 'eni-[0-9a-f]+',
  instance: 'i-[0-9a-f]+',
  'hosted-zone': '(/hostedzone/)?Z[A-Z0-9]+',
  'resolver-rule': 'rslvr-(rr|autodefined-rr)-[0-9a-z-]+',
  'filter-group': 'rslvr-frg-[0-9a-f]+',
  profile: 'rp-[0-9a-f]+',
  'resource-configuration': 'arn:[^:]+:vpc-lattice:.+',
  'service-network': 'arn:[^:]+:vpc-lattice:.+',
  'resource-gateway': '(arn:[^:]+:vpc-lattice:.+|rgw-[0-9a-z]+)',
  certificate: 'arn:[^:]+:(acm|iam):.+',
  'domain-list': 'rslvr-fdl-[0-9a-f]+',
  address: '[0-9a-fA-F.:]+',
  'domain-name': '(?!None$)[A-Za-z0-9*._-]+',
}

/** The pattern of an id of that type; null where it may be any one word. */
export const idForm = (type: Wanted['type']): string | null => (type && ID_FORMS[type]) ?? null
