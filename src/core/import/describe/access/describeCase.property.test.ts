import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Construct } from '../../../model/index.ts'
import type { RawCase, RawLevel, RawPolicy } from '../../../policy/testing/plain/rawCase.ts'
import { drawCase } from '../../../policy/testing/random/drawCase.ts'
import { importTexts } from '../testing/importTexts.ts'

const OWN = '111122223333'
const ROLE = `arn:aws:iam::${OWN}:role/app/reader`
const managedArn = (index: number) => `arn:aws:iam::${OWN}:policy/managed-${index}`
const url = (document: unknown) => encodeURIComponent(JSON.stringify(document))

/** How tools keep a document: as it is, as text, as IAM's own API prints it. */
const FORMS = [(one: unknown) => one, (one: unknown) => JSON.stringify(one), url] as const
type Form = (typeof FORMS)[number]

/** The policies of a case as the calls of AWS would print them: of one that nobody has read there is no version and no document. */
function describedBy({ policies, resource }: RawCase, form: Form, isWhole: boolean): readonly object[] {
  const identity = policies.identity ?? []
  const inline = identity.filter((_, i) => i % 2 === 0)
  const attached = identity.filter((_, i) => i % 2 === 1)
  const boundary = policies.boundary ?? null
  const detail = {
    RoleName: 'reader',
    Path: '/app/',
    Arn: ROLE,
    AssumeRolePolicyDocument: {},
    Tags: [],
    ...(boundary && { PermissionsBoundary: { PermissionsBoundaryArn: managedArn(99) } }),
  }
  const own = inline.map((one, i) => ({
    PolicyName: `${one.name}-${i}`,
    ...(one.document && { PolicyDocument: form(one.document) }),
  }))
  const links = attached.map((one, i) => ({ PolicyName: `${one.name}-${i}`, PolicyArn: managedArn(i) }))
  const versions = [...attached.map((one, i) => [one, i] as const), ...(boundary ? [[boundary, 99] as const] : [])]
  const role = isWhole
    ? [{ RoleDetailList: [{ ...detail, RolePolicyList: own, AttachedManagedPolicies: links }] }]
    : [
        { Role: detail },
        { RoleName: 'reader', PolicyNames: own.map(({ PolicyName }) => PolicyName) },
        { RoleName: 'reader', AttachedPolicies: links },
        ...own.filter((one) => 'PolicyDocument' in one).map((one) => ({ RoleName: 'reader', ...one })),
      ]
  const scps: readonly RawLevel[] = policies.scps ?? []
  const depth = Math.max(scps.length, 2)
  const Type = 'SERVICE_CONTROL_POLICY'
  const levels = scps.map((level, i) => ({
    TargetId: targetOf(i, depth),
    Policies: level.policies.map((one, j) => ({ Id: `p-${i}-${j}`, Name: one.name, Type })),
  }))
  const contents = scps.flatMap((level, i) =>
    level.policies.flatMap((one, j) =>
      one.document ? [{ Policy: { PolicySummary: { Id: `p-${i}-${j}` }, Content: JSON.stringify(one.document) } }] : [],
    ),
  )
  const blocked = { RestrictPublicBuckets: true }
  return [
    ...role,
    ...versions.flatMap(([one, i]) =>
      one.document
        ? [
            {
              PolicyArn: managedArn(i),
              PolicyVersion: { Document: form(one.document), VersionId: 'v1', IsDefaultVersion: true },
            },
          ]
        : [],
    ),
    { Organization: { Id: 'o-a1b2c3d4e5', MasterAccountId: '999999999999' } },
    { Roots: [{ Id: 'r-ab12', PolicyTypes: scps.length > 0 ? [{ Type, Status: 'ENABLED' }] : [] }] },
    ...Array.from({ length: depth - 1 }, (_, i) => ({
      ChildId: targetOf(i + 1, depth),
      Parents: [{ Id: targetOf(i, depth) }],
    })),
    ...levels,
    ...contents,
    { Bucket: 'reports', PublicAccessBlockConfiguration: blocked },
    ...(policies.resource
      ? [
          {
            ResourcePolicies: [
              {
                ResourceArn: thingOf(resource!),
                Policy: policies.resource.document && JSON.stringify(policies.resource.document),
              },
            ],
          },
        ]
      : []),
  ]
}
/** From the root to the account. */
const targetOf = (index: number, depth: number): string =>
  index === 0 ? 'r-ab12' : index === depth - 1 ? OWN : `ou-ab12-0000000${index}`
/** What an ARN lies in. */
const thingOf = (arn: string): string => (arn.startsWith('arn:aws:s3') ? 'arn:aws:s3:::reports' : arn)

const parsed = (text: string | null | undefined): unknown =>
  text === null || text === undefined ? null : JSON.parse(text)
const documents = (list: readonly { readonly document: string | null }[]) =>
  list.map(({ document }) => parsed(document))
const rawDocuments = (list: readonly RawPolicy[] | undefined) => (list ?? []).map(({ document }) => document)

test('what calls print of the policies of a random case is the case again, however they are made and however documents are kept', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.constantFrom(...FORMS), fc.boolean(), (seed, form, isWhole) => {
      const one = drawCase(seed)
      const known =
        one.resource === undefined || one.resource === '*' || one.resource.includes(':iam:')
          ? { ...one, policies: { ...one.policies, resource: null } }
          : one
      const files = describedBy(known, form, isWhole).map((value, i) => ({
        path: `${OWN}/eu-west-1/${i}.json`,
        text: JSON.stringify(value),
      }))
      const { constructs } = importTexts(files).design
      const role = constructs['role-reader'] as Extract<Construct, { kind: 'iam-role' }>
      const identity = known.policies.identity ?? []
      const byCall = [...identity.filter((_, i) => i % 2 === 0), ...identity.filter((_, i) => i % 2 === 1)]
      const order = (list: readonly unknown[]) => list.map((each) => JSON.stringify(each)).sort()
      expect(order(documents(role.policies))).toEqual(order(rawDocuments(byCall)))
      expect(documents(role.boundary)).toEqual(known.policies.boundary ? [known.policies.boundary.document] : [])
      const account = constructs[`account-${OWN}`] as Extract<Construct, { kind: 'account' }>
      const scps = (known.policies.scps ?? []).map(({ policies }) => rawDocuments(policies))
      // what is attached to the account itself nobody has told then
      expect(account.scps.map(({ policies }) => documents(policies))).toEqual(
        scps.length === 1 ? [...scps, [null]] : scps,
      )
      if (!known.policies.resource?.document) return
      const guarded = Object.values(constructs).filter((each) => 'policy' in each)
      expect(guarded.map((each) => ('policy' in each ? parsed(each.policy) : null))).toEqual([
        known.policies.resource.document,
      ])
    }),
    { numRuns: 200 },
  )
})
