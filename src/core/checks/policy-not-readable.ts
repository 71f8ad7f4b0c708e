import { buildDesign } from '../model/testing/designBuilder.ts'
import { accessOf } from '../topology/access/accessOf.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'

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
        yield { at: [at], message: `Policy “${name}” of the ${called(design, at.construct)}: ${problem}.` }
  },
  examples: {
    bad: () => example('{\n  "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"]\n}'),
    good: () => example('{\n  "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]\n}'),
  },
}

const example = (document: string) =>
  buildDesign((b) => void b.iamRole('reader', { policies: [{ name: 'reports', document }] }))
