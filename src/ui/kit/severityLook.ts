import { CircleAlert, Lightbulb, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { Severity } from '../../core/checks/index.ts'
import type { Tone } from './Badge.tsx'

interface SeverityLook {
  readonly icon: LucideIcon
  readonly tone: Tone
  readonly colour: string
  readonly word: string
  readonly plural: string
}

/** Icon, tone and words of each severity, the gravest first. */
export const SEVERITY_LOOK: Readonly<Record<Severity, SeverityLook>> = {
  error: { icon: CircleAlert, tone: 'bad', colour: 'text-bad', word: 'Error', plural: 'Errors' },
  warning: { icon: TriangleAlert, tone: 'warn', colour: 'text-warn', word: 'Warning', plural: 'Warnings' },
  advice: { icon: Lightbulb, tone: 'accent', colour: 'text-accent', word: 'Advice', plural: 'Advice' },
}
