import { expect, it } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import type { AccessRequest, Design } from '../../model/design.ts'
import { parseDesignValue } from '../../model/parse/parseDesign.ts'
import { compileTopology } from '../../topology/index.ts'
import { decide } from '../simulate.ts'
import { createDice, createRandom, type Dice } from './createDice.ts'
import { type Fate, playThroughFirewall } from './firewallRules.ts'

const DESIGNS = Number(process.env.ORACLE_DESIGNS ?? 300)
const FIRST = Number(process.env.ORACLE_SEED ?? 1)
const catalogue = await loadCatalogue()

const BLOCKS = [
  'any',
  'any',
  '$HOME_NET',
  '$EXTERNAL_NET',
  '!$HOME_NET',
  '10.0.1.0/24',
  '203.0.113.0/24',
  '!203.0.113.10/32',
]
const LISTS = ['[10.0.0.0/8,203.0.113.0/24]', '[10.0.0.0/8,!10.0.1.0/24]', '[!203.0.113.10/32,!10.0.3.0/24]']
const PORTS = ['any', 'any', '443', '[80,443]', '1:1023', '!443', '22']
const FLOWS = [
  '',
  '',
  'flow:established; ',
  'flow:to_server; ',
  'flow:to_server,established; ',
  'flow:not_established; ',
  'flow:to_client; ',
]
const NAMES = ['', '', '', 'tls.sni; content:"example.com"; endswith; ', 'tls.sni; content:!"example.com"; endswith; ']

const optionsOf = (dice: Dice, i: number) =>
  `${dice.pick(FLOWS)}${dice.pick(NAMES)}${dice.pick(['', 'priority:1; '])}sid:${i};`
const protocolOf = (dice: Dice) => dice.pick(['tcp', 'tcp', 'ip', 'udp', 'icmp', 'tls', 'http'])

function drawGroup(dice: Dice, id: string, strict: boolean): object {
  const base = { kind: 'firewall-rule-group', id, name: id, region: 'use1', account: 'acct' }
  const ends = () => ({
    source: dice.pick([...BLOCKS, ...LISTS]),
    destination: dice.pick([...BLOCKS, ...LISTS]),
    destinationPorts: dice.pick(PORTS),
  })
  const options = (i: number) => {
    const text = optionsOf(dice, i)
    return strict ? text.replace('priority:1; ', '') : text
  }
  switch (dice.pick(['stateful', 'suricata', 'domain-list', 'stateless'])) {
    case 'stateful':
      return {
        ...base,
        type: 'stateful',
        statefulRules: dice.some([1, 2, 3], 3).map((_, i) => ({
          action: dice.pick(['pass', 'drop', 'reject', 'alert']),
          protocol: protocolOf(dice),
          ...ends(),
          direction: dice.pick(['forward', 'forward', 'both']),
          options: options(i),
        })),
      }
    case 'suricata':
      return {
        ...base,
        type: 'suricata',
        suricataRules: dice.some([1, 2, 3], 3).map((_, i) => {
          const { source, destination, destinationPorts } = ends()
          const arrow = dice.pick(['->', '->', '<>'])
          const action = dice.pick(['pass', 'drop', 'reject', 'alert'])
          return `${action} ${protocolOf(dice)} ${source} any ${arrow} ${destination} ${destinationPorts} (${options(i)})`
        }),
      }
    case 'domain-list':
      return {
        ...base,
        type: 'domain-list',
        domains: dice.pick([['.example.com'], ['www.example.com', 'other.example.org'], ['example.com']]),
        domainAction: dice.pick(['allow', 'allow', 'deny', 'reject', 'alert']),
        domainProtocols: dice.pick([['tls', 'http'], ['tls'], ['http']]),
        variables: dice.chance(0.2)
          ? [{ name: 'HOME_NET', values: [dice.pick(['10.0.0.0/8', '192.168.0.0/16'])] }]
          : [],
      }
    default:
      return {
        ...base,
        type: 'stateless',
        statelessRules: dice.some([10, 20, 30], 3).map((_, i) => ({
          priority: ((i * 7 + dice.pick([1, 2, 3])) % 20) + 20 * i + 1,
          action: dice.pick(['pass', 'drop', 'forward', 'forward']),
          protocols: dice.pick(['any', 'tcp', 'udp,icmp']),
          source: dice.pick(['any', '10.0.1.0/24', '203.0.113.0/24']),
          sourcePorts: dice.pick(['any', 'any', '443']),
          destination: dice.pick(['any', '203.0.113.10/32', '10.0.0.0/16']),
          destinationPorts: dice.pick(['any', '443', '80,443']),
        })),
      }
  }
}

/** One subnet behind a firewall on its way to the internet, both directions through it, with rules that the seed draws. */
function drawFirewall(seed: number): Design {
  const dice = createDice(createRandom(seed))
  const strict = dice.chance(0.5)
  const ids = ['g0', 'g1', 'g2'].slice(0, dice.pick([1, 2, 3]))
  const any = [{ protocol: 'all', peer: { cidr: '0.0.0.0/0' } }]
  const to = (cidr: string, target: string) => [{ destination: { cidr }, target }]
  const constructs = [
    { kind: 'account', id: 'acct', accountId: '111122223333' },
    { kind: 'region', id: 'use1', code: 'us-east-1' },
    { kind: 'vpc', id: 'vpc', region: 'use1', account: 'acct', cidrs: ['10.0.0.0/16'] },
    { kind: 'availability-zone', id: 'zone', vpc: 'vpc', zoneName: 'us-east-1a' },
    { kind: 'internet-gateway', id: 'igw', vpc: 'vpc' },
    { kind: 'route-table', id: 'rtb-app', vpc: 'vpc', routes: to('0.0.0.0/0', 'fw') },
    { kind: 'route-table', id: 'rtb-fw', vpc: 'vpc', routes: to('0.0.0.0/0', 'igw') },
    { kind: 'route-table', id: 'rtb-edge', vpc: 'vpc', edgeOf: 'igw', routes: to('10.0.1.0/24', 'fw') },
    { kind: 'subnet', id: 'app', zone: 'zone', cidr: '10.0.1.0/24', routeTable: 'rtb-app' },
    { kind: 'subnet', id: 'inspect', zone: 'zone', cidr: '10.0.2.0/24', routeTable: 'rtb-fw' },
    { kind: 'security-group', id: 'sg', vpc: 'vpc', ingress: any, egress: any },
    {
      kind: 'client',
      id: 'client',
      runtime: 'ec2',
      interfaces: [{ subnet: 'app', securityGroups: ['sg'], privateIp: '10.0.1.20', publicIp: '198.51.100.20' }],
    },
    {
      kind: 'internet-host',
      id: 'host',
      addresses: ['203.0.113.10'],
      hostNames: ['example.com', 'www.example.com', 'other.example.org'],
    },
    {
      kind: 'network-firewall',
      id: 'fw',
      vpc: 'vpc',
      subnets: ['inspect'],
      statelessDefault: dice.pick(['forward', 'forward', 'forward', 'pass', 'drop']),
      ruleOrder: strict ? 'strict' : 'action-order',
      statefulDefault: dice.pick([
        'none',
        'none',
        'drop-all',
        'drop-established',
        'drop-established-app-layer',
        'drop-established-app-layer-to-server',
      ]),
      homeNet: dice.pick([[], [], ['10.0.0.0/8'], ['172.16.0.0/12']]),
      ruleGroups: ids.map((ruleGroup) => ({ ruleGroup, priority: dice.pick([1, 2, 3]) * 10 + ids.indexOf(ruleGroup) })),
    },
    ...ids.map((id) => drawGroup(dice, id, strict)),
  ]
  const result = parseDesignValue({
    format: 'hopwise-design',
    version: 2,
    title: `Firewall ${seed}`,
    constructs: constructs.map((one) => ({ name: (one as { id: string }).id, ...one })),
  })
  if (!result.ok) throw new Error(`seed ${seed}: ${JSON.stringify(result.problems)}`)
  return result.design
}

const ASKED: readonly (Pick<AccessRequest, 'to' | 'protocol' | 'port'> & { readonly name: string | null })[] = [
  ...['example.com', 'www.example.com', 'other.example.org'].flatMap((name) =>
    [443, 80].map((port) => ({ to: name, protocol: 'tcp' as const, port, name })),
  ),
  { to: '203.0.113.10', protocol: 'tcp', port: 443, name: null },
  { to: '203.0.113.10', protocol: 'tcp', port: 22, name: null },
  { to: '203.0.113.10', protocol: 'udp', port: 53, name: null },
  { to: '203.0.113.10', protocol: 'icmp', port: null, name: null },
]

it('agrees with a reading of the rules that plays every packet', () => {
  const told: Record<string, number> = {}
  const wrong: string[] = []
  for (let seed = FIRST; seed < FIRST + DESIGNS; seed++) {
    const design = drawFirewall(seed)
    const topology = compileTopology(design, catalogue)
    for (const { name, ...asked } of ASKED) {
      const verdict = decide(topology, { from: 'client', ...asked })
      const fate: string = verdict.kind === 'succeeds' ? 'passes' : (verdict.symptom ?? verdict.kind)
      told[fate] = (told[fate] ?? 0) + 1
      if (verdict.kind === 'cannot-tell') continue
      const { protocol, port } = asked
      const said: Fate = playThroughFirewall(design, 'fw', {
        from: '10.0.1.20',
        to: '203.0.113.10',
        name,
        protocol,
        port,
      })
      if (fate !== said)
        wrong.push(`seed ${seed}, ${asked.to} ${protocol} ${port}: ${fate} (${verdict.code}), not ${said}`)
    }
  }
  expect(wrong.slice(0, 20)).toEqual([])
  for (const fate of ['passes', 'connection-times-out', 'connection-refused', 'connection-hangs', 'connection-reset'])
    expect(told[fate] ?? 0, fate).toBeGreaterThan(DESIGNS / 20)
  expect(told['cannot-tell'] ?? 0).toBeLessThan(DESIGNS * ASKED.length * 0.2)
}, 300_000)
