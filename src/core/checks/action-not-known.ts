import { actionsOf, prefixOfAction } from '../aws/actions/findAction.ts'
import { nearestName } from '../aws/actions/nearestName.ts'
import type { ActionCatalogue } from '../aws/actions/serviceActions.ts'
import type { Check } from './check.ts'
import { actionNamed } from './parts/actionsNamed.ts'
import { roleWith } from './parts/examplePolicies.ts'
import { elementOf, placeInPolicy, statementCalled, statementsHere, writePolicy } from './parts/policiesHere.ts'

/** Calls whose permission has another name. Source: S3 guide, required permissions for S3 API operations; Lambda API, Invoke. */
const OTHERWISE_CALLED: Readonly<Record<string, string>> = {
  's3:headobject': 's3:GetObject',
  's3:headbucket': 's3:ListBucket',
  's3:listobjects': 's3:ListBucket',
  's3:listobjectsv2': 's3:ListBucket',
  's3:listobjectversions': 's3:ListBucketVersions',
  's3:listbuckets': 's3:ListAllMyBuckets',
  's3:listmultipartuploads': 's3:ListBucketMultipartUploads',
  's3:listparts': 's3:ListMultipartUploadParts',
  's3:createmultipartupload': 's3:PutObject',
  's3:completemultipartupload': 's3:PutObject',
  's3:uploadpart': 's3:PutObject',
  's3:deleteobjects': 's3:DeleteObject',
  'lambda:invoke': 'lambda:InvokeFunction',
}

/** An action that is not listed may be newer than the list: never an error. */
export const actionNotKnown: Check = {
  id: 'action-not-known',
  severity: 'warning',
  title: 'Action that IAM does not know',
  why: 'A name that no action has is about no request, and AWS takes it without a word. It may also be newer than our list.',
  learnMore:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  *find({ topology, design, actions }) {
    if (!actions) return
    for (const here of statementsHere(topology)) {
      const { policy, statement } = here
      const element = elementOf('Action', statement.actions)
      for (const [i, name] of statement.actions.these.entries()) {
        const problem = problemOf(actions, name)
        if (problem === null) continue
        const meant = meantBy(actions, name)
        const at = placeInPolicy(here, element, i)
        yield {
          at: [at],
          message: `${statementCalled(design, here)}: ${problem}${meant ? `; ${meant} may be meant` : ''}.`,
          fixes: meant
            ? [
                {
                  title: `Write ${meant}`,
                  safety: 'review',
                  edits: [
                    writePolicy(design, policy, policy.text.set(policy.text.pathTo(here.index, element, i), meant)),
                  ],
                },
              ]
            : [],
        }
      }
    }
  },
  examples: {
    bad: () => roleWith({ Action: ['s3:GetObjekt', 's3:ListObjects', 's4:Get*', 's3:*Objekt'] }),
    good: () => roleWith({ Action: ['s3:GetObject', 's3:ListBucket', 's3:Get*', 'S3:putOBJECT', '*'] }),
  },
}

function problemOf(catalogue: ActionCatalogue, name: string): string | null {
  const prefix = prefixOfAction(name)
  if (prefix === '' || /[*?]/.test(prefix)) return null
  if (!catalogue.prefixes.has(prefix)) return `“${name}” is of no service that IAM knows`
  const named = actionNamed(catalogue, name)
  if (named === null || named.actions.length > 0) return null
  return `“${name}” ${named.isExact ? 'is' : 'stands for'} no action of ${named.service.title}`
}

function meantBy(catalogue: ActionCatalogue, name: string): string | null {
  const prefix = prefixOfAction(name)
  const rest = name.slice(prefix.length + 1)
  if (!catalogue.prefixes.has(prefix)) {
    const service = nearestName(prefix, catalogue.prefixes.keys())
    return service && `${service}:${rest}`
  }
  const known = OTHERWISE_CALLED[name.toLowerCase()]
  if (known || /[*?]/.test(name)) return known ?? null
  const near = nearestName(
    rest,
    actionsOf(catalogue, prefix).map((one) => one.name),
  )
  return near && `${prefix}:${near}`
}
