import type * as z from 'zod/mini'
import type { DeepReadonly } from '../../base/deepReadonly.ts'
import type { ConstructKind } from './kindNames.ts'
import type { Connection } from './lines.ts'
import type { Occupied } from './occupied.ts'
import type { PolicyUse } from './policyUse.ts'
import type { Standing } from './standing.ts'

/** What becomes of the holder of a reference when its target is deleted. */
export type OnDelete =
  | 'delete-holder' // a subnet goes with its zone
  | 'clear' // the field becomes null
  | 'remove-entry' // the list entry that holds it goes
  | 'remove-entry-or-holder' // as `remove-entry`; the holder goes too when the entry is the first one
  | 'blackhole' // a route keeps its destination and drops what it matches
  | 're-point' // the field names another construct of that kind; the last of them is not deleted while it is used

/** A field that names another construct. `path` uses `[]` for "every entry": `interfaces[].subnet`. */
export interface ReferenceField {
  readonly path: string
  readonly kinds: readonly ConstructKind[]
  readonly onDelete: OnDelete
  /** Texts that may stand there and name no construct: the word `blackhole`, an AWS-managed prefix list. */
  readonly literal?: (text: string) => boolean
}

export interface Option {
  readonly value: string
  readonly label: string
}

/** What every construct has. */
export interface AnyConstruct {
  readonly kind: ConstructKind
  readonly id: string
  readonly name: string
}

interface FieldBase<C> {
  /** Property name inside the construct (or inside the row, for fields of a list). Dots reach into objects: `destination.cidr`. */
  readonly key: string
  readonly label: string
  /** One sentence under the field: what it does, in plain words. */
  readonly help?: string
  /** Shown only where this holds of the construct; absent = always. */
  when?(construct: C): boolean
  /** Not told in the line that sums up an entry of a list. */
  readonly aside?: true
}
/** One field of the inspector. The value rules of `input` are the same that the check `invalid-value` applies. */
export type Field<C = AnyConstruct> = FieldBase<C> &
  (
    | {
        readonly input:
          | 'text'
          | 'cidr'
          | 'cidr4'
          | 'cidr6'
          | 'address'
          | 'address4'
          | 'address6'
          | 'dns-name'
          | 'account-id'
        readonly optional?: boolean
        /** Longer texts: the field is several lines high, and takes so many characters. */
        readonly most?: number
        /** The ARN of something that carries a policy: written by service and name. */
        readonly isArn?: true
        /** What is wrong with a text that the input kind alone would take; null = nothing. */
        readonly rule?: (text: string) => string | null
      }
    | {
        /** The text of a policy, letter by letter; null where there is none, or nobody said. */
        readonly input: 'policy'
        /** What it is attached to. */
        readonly use: PolicyUse
        /** What no policy means, for the empty field: `Full access`. */
        readonly none: string
      }
    | { readonly input: 'public-address' } // `none`, `auto` or an Elastic IP address
    | {
        readonly input: 'number'
        readonly min: number
        readonly max: number
        /** An emptied one is left out of the construct, or null where the blank one has null. */
        readonly optional?: boolean
        /** A new row gets the next multiple of it. */
        readonly step?: number
      }
    | {
        readonly input: 'boolean'
        /** What null stands for, where it may be null: `Unknown`. */
        readonly noneLabel?: string
      }
    | { readonly input: 'select'; readonly options: readonly Option[] }
    | { readonly input: 'choices'; readonly options: readonly Option[] } // any number of the words
    | { readonly input: 'region' | 'zone-name' | 'interface-service' | 'gateway-service' }
    | {
        readonly input: 'reference'
        readonly kinds: readonly ConstructKind[]
        readonly optional?: boolean
        readonly noneLabel?: string
      }
    | {
        readonly input: 'references'
        readonly kinds: readonly ConstructKind[]
        readonly noneLabel?: string
        /** An emptied list becomes null. */
        readonly optional?: boolean
      }
    | {
        readonly input: 'texts'
        /** dns-server: an address or `AmazonProvidedDNS`. */
        readonly of:
          | 'text'
          | 'cidr'
          | 'cidr4'
          | 'cidr6'
          | 'address'
          | 'address4'
          | 'dns-name'
          | 'dns-server'
          | 'region'
          | 'zone-name'
        /** null = unknown, as after an import. */
        readonly optional?: boolean
      }
    | { readonly input: 'traffic' } // protocol, ports and icmp of one filter entry: they stand in the row itself, `key` names no member
    | { readonly input: 'peer' } // cidr, security group or prefix list of one security-group rule
    | { readonly input: 'destination' } // cidr or prefix list of one route
    | { readonly input: 'route-target' }
    | { readonly input: 'ports' } // list of {protocol, port}, or null for "not stated"
    | { readonly input: 'zone-map' } // account: Region -> zone name -> zone id
    | {
        readonly input: 'rows'
        readonly of: readonly Field<C>[]
        readonly rowLabel: string
        /** A new row; `blankRow` fills in what depends on the design (a required reference, the next rule number). */
        readonly blank: Readonly<Record<string, unknown>>
        readonly most: number
      }
  )

/**
 * By what requests reach constructs of a kind: the address of an `interface`, the name of an `endpoint` or a `balancer`, the names that
 * lead to an `endpoint-service`, the usual name of the AWS `service`, a name in its Region, or what an `internet-host` says itself.
 */
export type Reached =
  | 'interface'
  | 'endpoint'
  | 'balancer'
  | 'endpoint-service'
  | 'service'
  | 'regional-host'
  | 'internet-host'

/**
 * The fact sheet of one kind, `C` being its constructs: all that palette, inspector, canvas, editing and the compiler of topologies
 * need to know of it. Functions are asked with constructs of that kind alone.
 */
export interface Facts<C extends AnyConstruct> {
  readonly kind: C['kind']
  /** AWS's own name of it, as a heading: `Internet gateway`. */
  readonly title: string
  /** The same inside a sentence, with its article: `an internet gateway`. */
  readonly noun: string
  /** Plural or group heading of the palette. */
  readonly group:
    | 'places'
    | 'clients'
    | 'endpoints'
    | 'load-balancing'
    | 'gateways'
    | 'connections'
    | 'dns'
    | 'filters'
    | 'on-premises'
    | 'services'
  /** Where it lies on the canvas: the reference that names its container. null = directly on the canvas. */
  readonly parent: {
    readonly path: string
    readonly kinds: readonly ConstructKind[]
    readonly optional?: boolean
  } | null
  /** Whether other constructs can lie inside it. */
  readonly container: boolean
  /** Where it stands in its container on the canvas. */
  readonly stands: Standing
  /** Its colour in both themes, by the theme's own word; never the only thing that tells kinds apart. */
  readonly colour:
    | 'group-account'
    | 'group-region'
    | 'group-vpc'
    | 'group-zone'
    | 'group-private'
    | 'group-security'
    | 'ink-soft'
    | 'warn'
    | 'good'
  /**
   * What an import knows of it: the top-level key of the AWS CLI's answer that it is made of; `along`, where it is made along with what
   * other answers tell of; null, where none tells of it.
   */
  readonly imported: string | null
  /** The second line of the canvas: what one wants to know without opening it. */
  detail(construct: C): string
  /** The lines of the canvas that follow from its fields. */
  lines?(construct: C): Iterable<Connection>
  /** How it occupies subnets: the network interfaces that it has there. */
  occupies?(construct: C): readonly Occupied[]
  /** Full name of the AWS service that it leads to or is part of. */
  service?(construct: C, regionCode: string | undefined): string
  /** How requests reach it; null = it is nothing that one can connect to. */
  readonly reached: Reached | null
  /** Its name below the Region’s own, where it is a `regional-host`: `my-bucket.s3`. `account`: the twelve digits of its account. */
  regionalHost?(construct: C, account: string): string
  /** People ask for it: a line from a client to it means a question. */
  readonly asked?: true
  /** Whether it starts requests of its own (a load balancer: its health checks); absent = never. */
  asks?(construct: C): boolean
  /**
   * `beside`: dropped on something inside its container, it does not go to that container but wants to be dropped beside it.
   * `chosen`: where it lies decides whether it works, so no place below the one it is dropped on is chosen for the person.
   */
  readonly dropped?: 'beside' | 'chosen'
  /** Its container takes only one of the kind. */
  readonly alone?: true
  /** It carries the name of a place or service, which copies keep. */
  readonly keepsName?: true
  /** A line from or to it never means anything. */
  readonly unconnected?: true
  /** What names it may lie anywhere, in another Region too. */
  readonly namedAnywhere?: true
  /** Routes within the VPC's own blocks may lead to it (a firewall is named in the place of its Gateway Load Balancer endpoints). Source: VPC guide, route table concepts. */
  readonly turnsBack?: true
  /** Routes in the table of a gateway may lead to it. Source: VPC guide, gateway route tables. */
  readonly inspects?: true
  readonly references: readonly ReferenceField[]
}

/** What one reads and fills in of one kind, `C` being its constructs. It stands beside the facts (`forms/`), because the page can be drawn without. */
export interface Form<C extends AnyConstruct> {
  /** A sentence or two for the palette and the foot of the inspector. */
  readonly summary: string
  readonly learnMore: `https://docs.aws.amazon.com/${string}`
  /** What the inspector edits. The name (every construct has one) and the container (moving changes it) are not among them. */
  readonly fields: readonly Field<C>[]
}

/** What a schema makes of a file's words. */
export type Told<S extends z.ZodMiniType> = DeepReadonly<z.infer<S>>

/** The sheet of a kind: its file form and what is true of it. */
export interface Sheet<S extends z.ZodMiniType<AnyConstruct>> extends Facts<Told<S>> {
  readonly schema: S
  /** What a new one says beyond the defaults of its file form; `parent` is the id of its container ('' where it has none). */
  blank(parent: string, id: string): Omit<z.input<S>, 'kind' | 'id' | 'name'>
}
