import {
  ArrowRight,
  Ban,
  Check,
  CircleQuestionMark,
  CornerDownRight,
  type LucideIcon,
  Search,
  ShieldCheck,
  ShieldX,
  Split,
} from 'lucide-react'
import type { Step } from '../../core/sim/index.ts'

interface StepLook {
  readonly icon: LucideIcon
  readonly colour: string
  /** Said by screen readers before the sentence. */
  readonly word: string
}

const passed = (icon: LucideIcon): StepLook => ({ icon, colour: 'text-good', word: 'Passed' })
const stopped = (icon: LucideIcon): StepLook => ({ icon, colour: 'text-bad', word: 'Stopped' })
const partly: StepLook = { icon: Split, colour: 'text-warn', word: 'Passed in part' }
const unknown: StepLook = { icon: CircleQuestionMark, colour: 'text-unknown', word: 'Cannot tell' }

const LOOKS: { readonly [K in Step['kind']]: Readonly<Record<Extract<Step, { kind: K }>['outcome'], StepLook>> } = {
  'resolve-name': {
    answered: passed(Search),
    'another-name': passed(Search),
    forwarded: passed(ArrowRight),
    'no-such-name': stopped(Search),
    'no-answer': stopped(Search),
    unknown,
  },
  filter: {
    permitted: passed(ShieldCheck),
    denied: stopped(ShieldX),
    partly,
    remembered: passed(ShieldCheck),
    unknown,
  },
  'look-up-route': {
    matched: passed(CornerDownRight),
    'no-route': stopped(Ban),
    blackhole: stopped(Ban),
    ambiguous: unknown,
    'not-routed': passed(CornerDownRight),
  },
  'hand-over': {
    delivered: passed(Check),
    forwarded: passed(ArrowRight),
    translated: passed(ArrowRight),
    refused: stopped(Ban),
    dropped: stopped(Ban),
    unknown,
  },
  call: { made: passed(ArrowRight) },
  'ask-policies': {
    allowed: passed(ShieldCheck),
    denied: stopped(ShieldX),
    'not-allowed': stopped(ShieldX),
    silent: passed(CornerDownRight),
    unknown,
  },
}

/** Icon, colour and word for how a step came out. */
export const stepLook = (step: Step): StepLook =>
  (LOOKS[step.kind] as Readonly<Record<string, StepLook>>)[step.outcome]!
