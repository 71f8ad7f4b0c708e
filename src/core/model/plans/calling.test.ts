import { expect, test } from 'vitest'
import { applyEdits } from '../applyEdit.ts'
import { connectionsOf } from '../connections.ts'
import { emptyDesign } from '../emptyDesign.ts'
import { createConstruct } from '../kinds/createConstruct.ts'
import { buildDesign } from '../testing/designBuilder.ts'
import { planAddition } from './planAddition.ts'
import { planConnection } from './planConnection.ts'

const drawn = buildDesign((b) => {
  const subnet = b.subnet(b.vpc({ name: 'v' }), { name: 's', cidr: '10.0.1.0/24' })
  b.ec2(subnet, { name: 'web' })
})
const role = { ...createConstruct('iam-role', 'reader', 'Reader', ''), account: Object.keys(drawn.constructs)[0]! }
const queue = createConstruct('policy-resource', 'queue', 'Orders', 'region-1')
const design = applyEdits(drawn, [
  { kind: 'add', construct: role },
  { kind: 'add', construct: queue },
]).design

test.each([
  ['web', 'reader'],
  ['reader', 'web'],
])('a line from %s to %s means that the client calls by the role', (from, to) => {
  const plan = planConnection(design, from, to)
  expect(plan.sentence).toBe('web calls AWS by Reader')
  const after = applyEdits(design, plan.ok ? plan.edits : []).design
  expect(after.constructs.web).toMatchObject({ role: 'reader' })
  expect(connectionsOf(after)).toContainEqual({ from: 'web', to: 'reader', kind: 'iam-role', label: 'calls by' })
  expect(planConnection(after, from, to)).toMatchObject({ ok: false, sentence: 'web calls by Reader already' })
})

test('what a client asks of a resource is a call, and no line', () => {
  expect(planConnection(design, 'web', 'queue')).toMatchObject({
    ok: false,
    sentence: 'Calls are not drawn but asked about: add “and call …” to a request, about SQS queue Orders',
  })
})

test('a new resource is named in the Region and by the account that it lies in, a new role belongs to an account', () => {
  const account = { ...createConstruct('account', 'apps', 'Apps', ''), accountId: '444455556666' }
  const region = { ...createConstruct('region', 'frankfurt', 'eu-central-1', ''), code: 'eu-central-1' }
  const frankfurt = { ...emptyDesign(), constructs: { apps: account, frankfurt: region } }
  const plan = planAddition(frankfurt, 'policy-resource/kms', 'frankfurt')
  const added = applyEdits(frankfurt, plan.ok ? plan.edits : []).design
  const made = Object.values(added.constructs).find((one) => one.kind === 'policy-resource')!
  expect(made).toMatchObject({ name: 'KMS key 1', arn: 'arn:aws:kms:eu-central-1:444455556666:key/key-1' })
  expect(planAddition(frankfurt, 'policy-resource', 'frankfurt').sentence).toBe(
    'Adds an AWS resource to eu-central-1: the inspector asks which, by its ARN',
  )
  const withRole = planAddition(frankfurt, 'iam-role', null)
  expect(withRole.sentence).toBe('Adds an IAM role: draw a line to it from the client that calls by it')
})
