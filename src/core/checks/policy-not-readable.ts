import { constructAt, constructOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { accessOf } from '../topology/access/accessOf.ts'
import type { Origin } from '../topology/origin.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { policyKindAt, textAt, writeText } from './parts/policiesHere.ts'
import { repairPolicy } from './parts/repairPolicy.ts'

/** Source: IAM guide, grammar of the IAM JSON policy language. */
export const policyNotReadable: Check = {
  id: 'policy-not-readable',
  severity: 'warning',
  title: 'Policy that cannot be read',
  why: 'AWS refuses a policy that is not of its language. What hangs on it cannot be told.',
  learnMore: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  *find({ topology, design }) {
    for (const { name, at, problem } of accessOf(topology).policies)
      if (problem !== null)
        yield {
          at: [at],
          message: `Policy “${name}” of the ${called(design, at.construct)}: ${problem}.`,
          fixes: fixesFor(design, at),
        }
  },
  examples: {
    bad: () => example('{\n  "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"]\n}', '"AWS": "*"'),
    good: () => example('{\n  "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]\n}', ''),
  },
}

function fixesFor(design: Design, at: Origin): readonly Fix[] {
  const holder = constructAt(design, at.construct)
  const text = textAt(design, at)
  if (!holder || text === null) return []
  const account = 'account' in holder ? constructOfKind(design, holder.account ?? '', 'account')?.accountId : undefined
  return repairPolicy(text, policyKindAt(holder.kind, at), account ?? '').map(({ title, text: mended }) => ({
    title,
    safety: 'review',
    edits: [writeText(design, at, mended)],
  }))
}

const example = (document: string, principal: string) =>
  buildDesign((b) => {
    const whose = principal && `"Principal": {${principal}}, `
    b.iamRole('reader', {
      policies: [
        { name: 'reports', document },
        {
          name: 'orders',
          document: `{"Statement": [{${whose}"Effect": "Allow", "Action": "sqs:*", "Resource": "*"}]}`,
        },
      ],
    })
  })
