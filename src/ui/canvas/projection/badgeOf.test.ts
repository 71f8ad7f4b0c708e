import { expect, it } from 'vitest'
import { applyEdits } from '../../../core/model/index.ts'
import { templates } from '../../../core/templates/index.ts'
import { badgeOf, sayBadge } from './badgeOf.ts'

const design = await templates.find(({ id }) => id === 'bucket-one-endpoint')!.load()
const badge = (id: string, of = design) => {
  const construct = of.constructs[id]!
  const word = badgeOf(construct, of)
  return word === null ? null : [word, sayBadge(construct, word)]
}

it('says what binds a call: the role of a client, the policy of what is called or passed', () => {
  expect(badge('worker-1')).toEqual(['Report reader', 'calls AWS by the role Report reader'])
  expect(badge('bucket-reports')).toEqual(['policy', 'has a policy of its own'])
  expect(badge('endpoint-gateway')).toEqual(['policy', 'has a policy of its own'])
  // AWS's own policy lets everything pass
  expect(badge('endpoint-interface')).toEqual([
    'full access',
    'has no policy of its own: everybody may do everything through it',
  ])
  expect(badge('bucket-archive')).toBeNull()
  expect(badge('role-reader')).toBeNull()
  expect(badge('account-1')).toBeNull()
})

it('says that a role has a boundary, and an account policies of its organisation', () => {
  const policies = [{ name: 'most', document: null }]
  const { design: bound } = applyEdits(design, [
    { kind: 'change', of: 'iam-role', id: 'role-reader', fields: { boundary: policies } },
    { kind: 'change', of: 'account', id: 'account-1', fields: { scps: [{ target: 'root', policies }] } },
  ])
  expect(badge('role-reader', bound)).toEqual(['boundary', 'bound by a permissions boundary'])
  expect(badge('account-1', bound)).toEqual(['control policies', 'bound by policies of its organisation'])
})
