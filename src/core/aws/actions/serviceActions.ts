/** Source: Service Authorization Reference, access levels. */
export type AccessLevel = 'List' | 'Read' | 'Write' | 'Tagging' | 'Permissions management'

/** What values a condition key has; `ArrayOf…`: several at once. */
export type KeyType =
  | 'String'
  | 'ArrayOfString'
  | 'ARN'
  | 'ArrayOfARN'
  | 'Bool'
  | 'ArrayOfBool'
  | 'Numeric'
  | 'Date'
  | 'IPAddress'
  | 'Binary'

/** An action of a service, as IAM knows it. */
export interface ServiceAction {
  /** `GetObject` */
  readonly name: string
  readonly level: AccessLevel
  /** Types of resources that a statement may name for it. None: only `*`. */
  readonly resources: readonly {
    readonly type: string
    /** Every call is about one of these. */
    readonly required: boolean
  }[]
  /** Condition keys beside those that every request has: `s3:prefix`, `aws:ResourceTag/${TagKey}`. */
  readonly keys: readonly string[]
}

/** What IAM knows of a service. */
export interface ServiceActions {
  /** `s3` */
  readonly prefix: string
  /** `Amazon S3` */
  readonly title: string
  /** By name in lower case, since policies may write names in any case; in the order of the alphabet. */
  readonly actions: ReadonlyMap<string, ServiceAction>
  /** ARNs of each type, with `${…}` for what differs: `arn:${Partition}:s3:::${BucketName}`. */
  readonly resourceTypes: ReadonlyMap<string, readonly string[]>
  /** Condition keys of its own, and such of others as only some of its actions have. */
  readonly keys: ReadonlyMap<string, KeyType>
}

/** What has been loaded of what IAM knows. Source: Service Authorization Reference. */
export interface ActionCatalogue {
  /** Every prefix there is, with the service’s title. */
  readonly prefixes: ReadonlyMap<string, string>
  /** By prefix, those that were asked for. */
  readonly services: ReadonlyMap<string, ServiceActions>
}
