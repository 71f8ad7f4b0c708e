import type { ConstructKind } from '../../core/model/index.ts'

const colours: { readonly [K in ConstructKind]: string } = {
  account: 'var(--group-account)',
  region: 'var(--group-region)',
  vpc: 'var(--group-vpc)',
  'availability-zone': 'var(--group-zone)',
  subnet: 'var(--group-private)',
  'route-table': 'var(--group-vpc)',
  'internet-gateway': 'var(--group-vpc)',
  'nat-gateway': 'var(--group-vpc)',
  'gateway-endpoint': 'var(--group-vpc)',
  'interface-endpoint': 'var(--group-vpc)',
  client: 'var(--warn)',
  'security-group': 'var(--group-security)',
  'network-acl': 'var(--group-security)',
  'prefix-list': 'var(--ink-soft)',
  'aws-service': 'var(--group-region)',
  's3-bucket': 'var(--good)',
  'dynamodb-table': 'var(--group-zone)',
  'internet-host': 'var(--ink-soft)',
}

/** The colour of a kind in both themes, as a CSS value; never the only thing that tells kinds apart. */
export const kindColour = (kind: ConstructKind): string => colours[kind]
