/** The map in the lower right corner, in pixels. */
export const MAP_SIZE = { width: 150, height: 96 }
