/** A part of the connections that nobody would notice: where no more than this gets through, it does not work. */
export const isSliver = (share: number): boolean => share < 0.01
