import * as z from 'zod/mini'
import { list, plainText, policyText } from './common.ts'

/** Between two slashes; part of the ARN of a role or a user. Source: IAM guide, friendly names and paths. */
export const iamPath = z._default(plainText(512), '/')
/** Tags of a role or a user, which policies read as `aws:PrincipalTag/…`; a value that begins `not known: ` is one, and with the key `*` it is any. Source: IAM guide, tagging, 50 at most. */
export const iamTags = list(z.strictObject({ key: plainText(128), value: plainText(256) }), 50)

/** A policy by its name, letter by letter; null = nobody said what stands in it. */
export const attachedPolicy = z.strictObject({ name: plainText(255), document: policyText })
/** Inline and managed ones. Source: IAM guide, quotas: far fewer can be attached. */
export const attachedPolicies = list(attachedPolicy, 100)
/** Policies of an organisation by level, from its root to the account. Source: Organizations guide, quotas: five levels of units. */
export const policyLevels = list(z.strictObject({ target: plainText(255), policies: attachedPolicies }), 10)
