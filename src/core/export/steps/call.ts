import { regionCalled } from '../aws/value.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { type Arguments, held, type Piece, type Word } from './argument.ts'

/** A call of AWS: an operation as the AWS CLI calls it (`ec2 create-vpc`) with parameters by the API's names. */
export interface Call {
  readonly operation: string
  readonly region: Piece
  readonly parameters: Arguments
  /** Where the answer holds the text that is wanted, in JMESPath; null where it says nothing. */
  readonly query: Word | null
}

/** A call in the Region of the stack. */
export const call = (stack: StackPlan, operation: string, parameters: Arguments, query: Word | null = null): Call => ({
  operation,
  region: regionCalled(stack.regionCode),
  parameters,
  query,
})

/** A call in the Region that the record names. */
export const recordedCall = (operation: string, parameters: Arguments, query: Word | null = null): Call => ({
  operation,
  region: held('region'),
  parameters,
  query,
})

/** Functions that the scripts of every language have; what each does stands beside it in the shell's. */
export type Helper =
  | 'acl_association'
  | 'clear_entries'
  | 'clear_rules'
  | 'deregister_target'
  | 'ec2_owner'
  | 'edge_association'
  | 'leave_zone'
  | 'list_by_tag'
  | 'new_bucket'
  | 'notification_owner'
  | 'own_bucket'
  | 'own_queue'
  | 'own_role'
  | 'own_table'
  | 'own_user'
  | 'profile_owner'
  | 'put_back_acl'
  | 'remove_record'
  | 'remove_repository'
  | 'remove_role'
  | 'remove_route'
  | 'remove_service'
  | 'remove_task_service'
  | 'remove_user'
  | 'resolver_owner'
  | 'table_association'
  | 'table_owner'
  | 'tagged_arn'
  | 'zone_by_comment'
  | 'zone_owner'

/** What tells a text: a call, which may answer with one of the errors `done` instead (A|B), a function, or what is known. */
export type Reader =
  | { readonly call: Call; readonly done?: string; readonly retryOn?: string }
  | { readonly helper: Helper; readonly words: readonly Word[] }
  | { readonly text: Word }
  | { readonly tagged: TaggedSearch }

/** Asks for what carries the tags of the deployment and of a part. */
export interface TaggedSearch {
  readonly region: Piece
  readonly key: string
  readonly operation: string
  readonly query: string
  /** NAT gateways take `Filter`. */
  readonly filterName: 'Filter' | 'Filters'
  /** States of what is not deleted, by the filter for it. */
  readonly state: readonly [name: string, values: readonly string[]] | null
}
