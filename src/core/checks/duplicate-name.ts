import { groupBy } from '../base/groupBy.ts'
import { listConstructs, parentOf } from '../model/containment.ts'
import { definitionOf } from '../model/kinds/definitions.ts'
import type { Construct } from '../model/kinds/registry.ts'
import { changeOf } from '../model/plans/rewriteFields.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { place } from './parts/place.ts'

/** What requests name wherever it lies; other things are told apart by where they are. */
const NAMED_IN_REQUESTS: ReadonlySet<Construct['kind']> = new Set([
  'client',
  'internet-host',
  's3-bucket',
  'dynamodb-table',
  'on-premises-host',
])

/** AWS takes any name tag twice; people and saved requests do not. */
export const duplicateName: Check = {
  id: 'duplicate-name',
  severity: 'advice',
  title: 'Two things of one name',
  why: 'A request, a trace or an exported template that speaks of a name should mean one thing.',
  learnMore: 'https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html',
  *find({ design }) {
    const groups = groupBy(listConstructs(design), (construct) => {
      if (construct.name === '') return null
      const within = NAMED_IN_REQUESTS.has(construct.kind) ? '' : (parentOf(design, construct.id) ?? '')
      return `${construct.kind} ${within} ${construct.name}`
    })
    for (const [first, ...others] of groups.values()) {
      if (!first || others.length === 0) continue
      const [rename, ...renames] = others.flatMap((other, i) => {
        const edit = changeOf(other, { name: `${other.name.slice(0, 110)} (${i + 2})` })
        return edit ? [edit] : []
      })
      const ids = [first, ...others].map((one) => one.id)
      yield {
        at: [place(first.id, 'name'), ...others.map((other) => place(other.id, 'name'))],
        message: `${ids.length} things are called “${first.name}”: ${definitionOf(first.kind).title} ${ids.slice(0, 3).join(', ')}${ids.length > 3 ? ' …' : ''}.`,
        fixes: rename
          ? [{ title: 'Number the names of the later ones', safety: 'safe', edits: [rename, ...renames] }]
          : [],
      }
    }
  },
  examples: { bad: () => example('app'), good: () => example('batch') },
}

const example = (name: string) =>
  buildDesign((b) => {
    const subnet = b.subnet(b.vpc(), { cidr: '10.0.1.0/24' })
    b.ec2(subnet, { name: 'app' })
    b.ec2(subnet, { name })
  })
