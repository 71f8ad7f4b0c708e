import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import type { Construct, Design } from '../model/index.ts'
import { constructSchema } from '../model/kinds/registry.ts'
import { EXPORT_FORMATS, type ExportFormat, exportDesign } from './index.ts'
import { planners } from './plan/planners.ts'
import { everything } from './testing/exampleDesigns.ts'
import * as networks from './testing/exampleNetworks.ts'

const catalogue = await loadCatalogue()

type Path = readonly (string | number)[]
interface Leaf {
  readonly design: Design
  readonly id: string
  readonly path: Path
  readonly field: string
}

/** A look-up for CloudFormation, a file for the AWS CLI, and letters that some services of AWS do not take; nothing that a format has to escape. */
const TEXTS = ['é{{resolve:ssm:/secret}}~', 'file:///etc/passwd', `x${'y'.repeat(39)}~`] as const

/** Fields that say nothing where another one does, that are structures in a text, or of which a remark is made in any case. */
const OTHERWISE_SAID: Readonly<Record<string, string>> = {
  'vpc ipv6Cidrs.[]': 'AWS chooses it, which is always said',
  'api-gateway-api apiId': 'AWS chooses it, which is always said',
  'firewall-rule-group stateful statefulRules.[].options': 'is taken apart at colons and semicolons',
  'firewall-rule-group stateless statelessRules.[].tcpFlags': 'is taken apart at slashes',
  ...Object.fromEntries(
    ['stateless', 'stateful', 'domain-list', 'suricata'].map((type) => [
      `firewall-rule-group ${type} arn`,
      'of managed ones only',
    ]),
  ),
  'firewall-rule-group managed name': 'AWS keeps the group',
  'vpc awsId': 'AWS chooses it',
  'gateway-endpoint awsId': 'AWS chooses it',
  'interface-endpoint awsId': 'AWS chooses it',
  'client awsId': 'AWS chooses it',
  'target-group targets.[].address': 'the drawn target counts',
  'client interfaces.[].interfaceId': 'an id of what was imported',
  'endpoint-service verificationName': 'AWS chooses it, which is always said',
  'endpoint-service verificationValue': 'AWS chooses it, which is always said',
  'gateway-load-balancer-endpoint service': 'the drawn service counts',
  'resource-configuration configurationId': 'AWS chooses it',
  'resource-configuration definition': 'the drawn resource counts',
  'resource-endpoint resourceConfigurationArn': 'the drawn configuration counts',
  'service-network-endpoint serviceNetworkArn': 'the drawn service network counts',
}

function* leavesIn(design: Design, what: 'texts' | 'nothing', seen: Set<string>): Generator<Leaf> {
  for (const construct of Object.values(design.constructs)) {
    if (planners[construct.kind] === null) continue
    const kind = construct.kind === 'firewall-rule-group' ? `${construct.kind} ${construct.type}` : construct.kind
    for (const path of pathsOf(construct, what === 'texts')) {
      const field = `${kind} ${path.map((step) => (typeof step === 'number' ? '[]' : step)).join('.')}`
      const isFree = TEXTS.slice(0, 2).every(
        (text) => constructSchema.safeParse(planted(construct, path, text)).success,
      )
      if (!isFree || seen.has(field) || field in OTHERWISE_SAID) continue
      seen.add(field)
      yield { design, id: construct.id, path, field }
    }
  }
}
function* pathsOf(value: unknown, texts: boolean, path: Path = []): Generator<Path> {
  if (texts ? typeof value === 'string' : value === null) yield path
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value))
      yield* pathsOf(one, texts, [...path, Array.isArray(value) ? Number(key) : key])
}
function planted<T>(value: T, [step, ...rest]: Path, text: string): T {
  if (step === undefined) return text as T
  if (Array.isArray(value)) return value.map((one, index) => (index === step ? planted(one, rest, text) : one)) as T
  return { ...value, [step]: planted(value[step as keyof T], rest, text) }
}

const seen = new Set<string>()
const designs = [everything, ...Object.values(networks)].map((make) => make())
/** Each field once, where it holds a text if it does anywhere. */
const leaves = (['texts', 'nothing'] as const).flatMap((what) =>
  designs.flatMap((design) => [...leavesIn(design, what, seen)]),
)

/** What is written for AWS: templates, scripts without their comments, and commands by hand. */
function outputOf(design: Design, format: ExportFormat) {
  const { files, remarks } = exportDesign(design, catalogue, format)
  const parts = files.map(({ path, text }) => {
    // the drawing itself is no request to AWS
    if (path.endsWith('.hopwise.json')) return ''
    if (path.endsWith('.json')) return text
    if (path.endsWith('.tf')) return text.replace(/^\s*#.*$/gm, '')
    if (path.startsWith('create') || path === 'deploy.sh') return text.replace(/^\s*#.*$/gm, '')
    return path === 'README.md' ? [...text.matchAll(/```sh[\s\S]*?```/g)].join('\n') : ''
  })
  return { written: parts.join('\n'), remarks: remarks.map(({ construct, message }) => `${construct}: ${message}`) }
}

describe.each(EXPORT_FORMATS)('$label', ({ id: format }) => {
  test.each(TEXTS)(
    '%s comes out letter for letter, or a remark says what became of it',
    (text) => {
      const before = new Map<Design, ReadonlySet<string>>()
      const silent: string[] = []
      for (const { design, id, path, field } of leaves) {
        if (!before.has(design)) before.set(design, new Set(outputOf(design, format).remarks))
        const construct = planted(design.constructs[id]!, path, text) as Construct
        const changed = { ...design, constructs: { ...design.constructs, [id]: construct } }
        const { written, remarks } = outputOf(changed, format)
        const isRemarked = remarks.some(
          (one) => !before.get(design)!.has(one) && (one.startsWith(`${id}: `) || one.includes(text)),
        )
        if (!isRemarked && !written.includes(text)) silent.push(field)
      }
      expect(silent).toEqual([])
    },
    120_000,
  )
})

test('nothing is a look-up in a template, wherever a text may be drawn', () => {
  const lookUp = '{{resolve:secretsmanager:prod}}'
  const { constructs, ...design } = everything()
  const named = Object.values(constructs).map((one) => [one.id, { ...one, name: lookUp }] as const)
  const { files, remarks } = exportDesign(
    { ...design, title: lookUp, constructs: Object.fromEntries(named) },
    catalogue,
    'cloudformation',
  )
  for (const { path, text } of files)
    if (/^(template|parameters)/.test(path)) expect([path, text.includes('{{resolve')]).toEqual([path, false])
  expect(remarks.filter(({ message }) => message.includes('{ {resolve:')).length).toBeGreaterThan(20)
})
