import { definitions } from '../model/kinds/definitions.ts'
import type { ConstructKind } from '../model/kinds/kindNames.ts'
import type { Size } from './box.ts'
import { NODE_SIZES } from './nodeSizes.ts'

/** Whether it is drawn as a low row: an account has as many tables, groups and ACLs as it has anything else. */
export const isRow = (kind: ConstructKind): boolean => definitions[kind].stands.area === 'below'

/** How large a construct is drawn that nothing lies in. */
export const leafSizeOf = (kind: ConstructKind): Size => (isRow(kind) ? NODE_SIZES.row : NODE_SIZES.leaf)

/** From one of its kind to the next, across and down. */
export const pitchOf = (kind: ConstructKind): { readonly x: number; readonly y: number } =>
  isRow(kind) ? NODE_SIZES.rowPitch : NODE_SIZES.pitch
