/** Sizes of the drawing in canvas pixels. Positions lie on `grid`; a container's content begins at `pad`, `top`. */
export const NODE_SIZES = {
  grid: 20,
  leaf: { width: 180, height: 48 },
  /** From one leaf to the next, across and down. */
  pitch: { x: 200, y: 60 },
  /** The same for what is looked up rather than looked at: tables, groups, ACLs. */
  row: { width: 140, height: 32 },
  rowPitch: { x: 160, y: 40 },
  /** Title bar of a container. */
  header: 36,
  top: 40,
  pad: 20,
  gap: 20,
  /** Left free between what is drawn side by side and joined by lines. */
  aisle: 60,
  /** Strip along the foot of a subnet for the interfaces that endpoints and functions have there. */
  chipStrip: 40,
} as const

/** The next larger multiple of the grid. */
export const roundUp = (length: number): number => Math.ceil(length / NODE_SIZES.grid) * NODE_SIZES.grid

/** The nearest grid line. */
export const snap = (coordinate: number): number => Math.round(coordinate / NODE_SIZES.grid) * NODE_SIZES.grid
