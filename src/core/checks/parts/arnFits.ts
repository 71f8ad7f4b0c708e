import type { ServiceAction, ServiceActions } from '../../aws/actions/serviceActions.ts'
import { remember } from '../../base/remember.ts'
import { globsMeet, WITHOUT_COLON, WITHOUT_SLASH } from './globsMeet.ts'

/** Names that have no slash in them, so that what follows one is of another type. Sources: S3 and DynamoDB guides, naming rules. */
const PLAIN: ReadonlySet<string> = new Set(['BucketName', 'AccessPointName', 'TableName', 'GlobalTableName'])
/** What an ARN may lack. */
const OFTEN_EMPTY: ReadonlySet<string> = new Set(['Partition', 'Region', 'Account'])

/** A type’s ARN as a pattern: `arn:${Partition}:sqs:…` becomes `arn:*:sqs:…`, its `*` without colons. */
const patternOf = (arn: string): string =>
  arn.replaceAll(/\$\{([^}]*)\}/g, (_, name: string) =>
    OFTEN_EMPTY.has(name) ? WITHOUT_COLON : PLAIN.has(name) ? `?${WITHOUT_SLASH}` : '?*',
  )

/** Types of a service, by what statements name: actions of a service are about the same few types. */
const known = new WeakMap<ServiceActions, Map<string, ReadonlySet<string>>>()

function typesOf(service: ServiceActions, pattern: string): ReadonlySet<string> {
  const memory = remember(known, service, () => new Map<string, ReadonlySet<string>>())
  return remember(memory, pattern, () => {
    const fitting = [...service.resourceTypes].filter(([, arns]) =>
      arns.some((arn) => globsMeet(patternOf(arn), pattern)),
    )
    return new Set(fitting.map(([type]) => type))
  })
}

/** Whether something that a statement’s resource stands for is what an action is about. What is filled in when it is asked may be anything. */
export function arnFits(service: ServiceActions, action: ServiceAction, resource: string): boolean {
  // API Gateway makes the whole ARN of it when it keeps a policy
  if (resource.startsWith('execute-api:/')) return service.prefix === 'execute-api'
  const pattern = resource.replaceAll(/\$\{[^}]*\}/g, '*')
  if (action.resources.length === 0) return /^(?:[*?]+|arn:\*|(?:[^:]*:){5}\*)$/.test(pattern)
  const fitting = typesOf(service, pattern)
  return action.resources.some(({ type }) => fitting.has(type))
}
