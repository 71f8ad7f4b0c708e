import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { policyOf } from './parts/examplePolicies.ts'
import { placeInPolicy, policiesHere, statementCalled, writePolicy } from './parts/policiesHere.ts'

/** Source: IAM guide, policy variables (“you must include a Version element and set it to 2012-10-17”). */
export const variableNeedsVersion: Check = {
  id: 'variable-needs-version',
  severity: 'warning',
  title: 'Policy variable without the version that has variables',
  why: 'Without "Version": "2012-10-17" a policy is one of 2008, which has no variables: what looks like one is then plain text.',
  learnMore: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  *find({ topology, design }) {
    for (const policy of policiesHere(topology)) {
      if (policy.document.version === '2012-10-17') continue
      for (const [index, statement] of policy.document.statements.entries()) {
        const { resources, conditions } = statement
        const here = { policy, statement, index }
        const texts = [...(resources?.these ?? []), ...conditions.flatMap(({ values }) => values)]
        const variable = texts.map((text) => VARIABLE.exec(text)?.[0]).find((one) => one !== undefined)
        if (variable === undefined) continue
        yield {
          at: [placeInPolicy(here)],
          message: `${statementCalled(design, here)} has the variable ${variable}, but the policy is of version ${policy.document.version}, which takes it as text.`,
          fixes: [
            {
              title: 'Set the version to 2012-10-17',
              safety: 'review',
              edits: [writePolicy(design, policy, policy.text.set(['Version'], '2012-10-17'))],
            },
          ],
        }
      }
    }
  },
  examples: { bad: () => example('2008-10-17'), good: () => example('2012-10-17') },
}

const VARIABLE = /\$\{[\w-]+:[^{}]+\}/

const example = (version: string) =>
  buildDesign((b) => {
    const statement = {
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::home/\${aws:username}/*`,
    }
    const document = policyOf(statement).replace('2012-10-17', version)
    b.iamRole('reader', { policies: [{ name: 'home', document }] })
  })
