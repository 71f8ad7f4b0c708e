import type { AccessRequest, PathName, Symptom, VerdictKind } from '../model/design.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import type { PortRange } from '../net/ports.ts'
import type { CallAnswer } from '../policy/layers/answerCall.ts'
import type { LayerName } from '../policy/layers/policies.ts'
import type { Origin } from '../topology/origin.ts'
import type { Code } from './codes.ts'

/** What a deciding function answers besides its decision. `decidedBy` null = nothing drawn decided: a built-in rule did (see `rule`). */
export interface Evidence {
  readonly decidedBy: Origin | null
  /** The built-in that decided where no drawn entry did. */
  readonly rule?:
    | 'default-deny'
    | 'no-match'
    | 'local-route'
    | 'endpoint-route'
    | 'default-acl'
    | 'default-group'
    | 'aws-rule'
  /** Entries that were looked at and lost, in the order they were looked at. */
  readonly considered: readonly Origin[]
}

interface StepBase<Kind extends string, Outcome extends string, Detail> {
  readonly kind: Kind
  readonly outcome: Outcome
  /** The code of `codes.ts`; null where the step lets the request pass. */
  readonly code: Code | null
  readonly detail: Detail
  readonly evidence: Evidence
}

/** Which data gave the answer to a name. */
export type NameSource =
  | 'endpoint-private-dns'
  | 'endpoint-public-dns'
  | 'public-dns'
  | 'public-hosted-zone'
  | 'private-hosted-zone'
  | 'on-premises'
  | 'vpc-internal'

export type Step =
  | StepBase<
      'resolve-name',
      'answered' | 'another-name' | 'forwarded' | 'no-such-name' | 'no-answer' | 'unknown',
      {
        readonly name: string
        readonly resolver: string
        readonly source: NameSource | null
        /** The endpoint, service, client or host whose name it is, where drawn. */
        readonly owner: ConstructId | null
        readonly answers: readonly string[]
        /** Set where the answers stand for a whole range of addresses, e.g. those of S3. */
        readonly rangeOf?: string
        /** Of a public name of AWS: its endpoint service (name '' = none is known, `region` '' = the name does not tell), and whether gateway endpoints lead to it. */
        readonly service?: { readonly name: string; readonly region: string; readonly gateway: boolean }
        /** Of `another-name`: the name that is asked for instead; of `forwarded`: the servers that are asked. */
        readonly next?: string
        /** Endpoints and zones that would have answered, and why they did not. */
        readonly passedOver: readonly {
          readonly endpoint: ConstructId
          readonly why:
            | 'private-dns-off'
            | 'no-private-dns'
            | 'vpc-attributes-off'
            | 'other-resolver'
            | 'name-not-covered'
            | 'inbound-only'
            | 'conflict'
            | 'not-available'
            | 'not-verified'
            | 'forwarded'
            | 'other-zone'
            | 'zone-needs-vpc-attributes'
            | 'zone-not-associated'
        }[]
      }
    >
  | StepBase<
      'filter',
      'permitted' | 'denied' | 'partly' | 'remembered' | 'unknown',
      {
        readonly filter: 'security-group' | 'network-acl'
        readonly direction: 'ingress' | 'egress'
        /** Groups of the interface, or the one ACL; empty for a VPC's own default that is not drawn. */
        readonly filters: readonly ConstructId[]
        readonly peer: string
        readonly protocol: string
        readonly ports: PortRange | null
        /** Number of the ACL's rule that decided. */
        readonly ruleNumber?: number
        /** For `partly`: all the ports that are dropped. */
        readonly dropped?: readonly PortRange[]
        /** For `partly`: which part of the connections this ACL and those before it let through, from 0 to 1. */
        readonly share?: number
      }
    >
  | StepBase<
      'look-up-route',
      'matched' | 'no-route' | 'blackhole' | 'ambiguous' | 'not-routed',
      {
        readonly table: ConstructId | null
        readonly main: boolean
        /** Whose table it is where it is no subnet's: that of a gateway, of a transit gateway, or the routing of an on-premises network. */
        readonly of?: 'gateway' | 'transit-gateway' | 'on-premises'
        readonly destination: string
        /** The winning route's destination as the console shows it: a CIDR or `pl-… (10.0.0.0/8)`. */
        readonly matched: string | null
        readonly target: string | null
      }
    >
  | StepBase<
      'hand-over',
      'delivered' | 'forwarded' | 'translated' | 'refused' | 'dropped' | 'unknown',
      {
        readonly to: ConstructId | null
        readonly how: PathName | 'service' | 'internet-host' | 'appliance' | 'load-balancer' | 'nobody'
        /** Addresses before and after, where the gateway rewrites them. */
        readonly rewrites?: { readonly what: 'source' | 'destination'; readonly from: string; readonly to: string }
        /** A load balancer tells its target the client's address, and the endpoint, in a header of Proxy Protocol. */
        readonly header?: true
        /** The listener’s rule by which a load balancer goes, null being the default one; `perhaps`: it hangs on what no request says. */
        readonly rule?: { readonly priority: number | null; readonly perhaps: boolean }
        /** What a load balancer answers by itself. */
        readonly answer?: { readonly redirect: string | null; readonly statusCode: number }
        readonly address: string
        readonly port: number | null
      }
    >

  /** What AWS is asked to do, once the packet is there and its answer back. */
  | StepBase<
      'call',
      'made',
      {
        /** ARN of whoever calls, of the session where it is known. */
        readonly principal: string
        /** The service that makes it on the principal’s behalf; null = nobody but the principal. */
        readonly by: string | null
        readonly action: string
        readonly resource: string
        /** The condition keys that it carries, and those that statements read in vain. */
        readonly keys: readonly CarriedKey[]
        /** What all layers together make of it. */
        readonly answer: CallAnswer
        /** The layers that have no say in it. */
        readonly absent: readonly AbsentLayer[]
      }
    >
  /** What the policies of one place say of a call, taken alone. `silent`: nothing for or against it, and its `Allow` is not needed. */
  | StepBase<
      'ask-policies',
      'allowed' | 'denied' | 'not-allowed' | 'silent' | 'unknown',
      {
        readonly layer: LayerName
        /** Of the organisation's policies: where they are attached. */
        readonly target: string
        readonly policies: readonly string[]
        /** Those of them of which nobody said what stands in them, or that cannot be read. */
        readonly unread: readonly string[]
        /** Those that decide; where none does, those that could, with the elements that the call does not meet. */
        readonly statements: readonly {
          readonly policy: string
          /** Its `Sid`, or its number from 1. */
          readonly statement: string
          readonly effect: 'Allow' | 'Deny'
          readonly misses: readonly string[]
          /** What it asks for beside action, resource and principal: `StringNotEquals aws:SourceVpce`. */
          readonly conditions: readonly string[]
        }[]
      }
    >

/** Who sets a condition key: the endpoint that the call comes by, the way that it takes, who calls, what is called, or the request’s own context. */
export type KeySetter = 'endpoint' | 'way' | 'caller' | 'resource' | 'request'
/** A condition key of a call. */
export interface CarriedKey {
  readonly key: string
  /** null = nobody said which; none where `by` is null. */
  readonly values: readonly string[] | null
  /** null = the call does not carry it. */
  readonly by: KeySetter | null
  readonly readBy: readonly { readonly layer: LayerName; readonly policy: string; readonly statement: string }[]
}
/** A layer that has no say, since it has no policy (`none`; of endpoints `full-access`), does not reach who calls (`not-concerned`), or is not passed. */
export interface AbsentLayer {
  readonly layer: LayerName
  readonly why: 'none' | 'not-concerned' | 'no-endpoint' | 'full-access' | 'no-support'
}

/** A place the packet is at: the construct whose decision the steps are (client, subnet, gateway, endpoint, service). */
export interface Hop {
  readonly at: ConstructId | null
  /** What it is called where nothing is drawn, e.g. `Amazon S3 in us-east-1`. */
  readonly label: string
  readonly steps: readonly Step[]
}
export interface Leg {
  /** `authorization`: what policies make of the call, once the packet is there and its answer back. */
  readonly direction: 'lookup' | 'request' | 'reply' | 'authorization'
  readonly hops: readonly Hop[]
}
/** Where a step stands in a verdict. */
export interface StepRef {
  readonly branch: number
  readonly leg: number
  readonly hop: number
  readonly step: number
}
export interface Blocker {
  readonly code: Code
  readonly symptom: Symptom
  readonly decidedBy: Origin | null
  /** null in verdicts made without a trace. */
  readonly step: StepRef | null
  /** Stops some of the connections only. */
  readonly partly?: true
  /** Which part of the connections gets through as far as here, by the ports that the asker may have opened: above 0 and below 1. Where it is a sliver, all of it counts as stopped. */
  readonly share?: number
  /** Of `partly`: the subnet by which a transit gateway takes in the connections that are stopped, where a hash of the flow picks it. */
  readonly enteredBy?: ConstructId
  /** Of an inspection that sees one direction only: how each of them went. */
  readonly ways?: { readonly request: InspectedWay; readonly reply: InspectedWay }
}
/** The inspection endpoint that one direction of a connection passes, and the route that leads it there; `endpoint` null = it passes none, and `route` leads it past. */
export interface InspectedWay {
  readonly endpoint: ConstructId | null
  /** Where that endpoint lies: a firewall has one in each of its subnets. */
  readonly subnet: ConstructId | null
  readonly route: Origin | null
}
/** What the design does not say and the verdict rests on, or (as a gap) what keeps it from being given. */
export interface Note {
  readonly code: Code
  readonly at: Origin | null
  /** Plain values for the sentence, e.g. the address that nobody owns. */
  readonly values: Readonly<Record<string, string>>
}

/** One way the request can take: one of the client's interfaces and one DNS answer. */
export interface Branch {
  readonly kind: VerdictKind
  readonly from: string
  readonly to: string
  /** Zone name of the endpoint interface that this answer is, where it is one: "through us-east-1b". */
  readonly zone: string | null
  readonly path: PathName | null
  /** Gateways and endpoints between client and destination, in order. */
  readonly via: readonly ConstructId[]
  readonly blockers: readonly Blocker[]
  readonly assumptions: readonly Note[]
  readonly gaps: readonly Note[]
  readonly legs: readonly Leg[]
}

/** The answer to a request. Plain JSON: it can be saved, compared and sent through a worker's boundary. */
export interface Verdict {
  readonly request: AccessRequest
  readonly kind: VerdictKind
  /** What the caller sees; null when it succeeds or cannot be told. */
  readonly symptom: Symptom | null
  /** Of the deciding blocker, or of the gap; null when it succeeds. */
  readonly code: Code | null
  readonly decidedBy: Origin | null
  /** Of the first branch that succeeds, else of the first that got as far as having one. */
  readonly path: PathName | null
  readonly answers: readonly string[]
  readonly via: readonly ConstructId[]
  /** All that stand in the way, without repeats; the first is the deciding one. */
  readonly blockers: readonly Blocker[]
  readonly assumptions: readonly Note[]
  readonly gaps: readonly Note[]
  /** Empty `legs` in every branch when made without a trace. */
  readonly branches: readonly Branch[]
}
