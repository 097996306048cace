/** The nation in whose words and by whose law an organisation works: England, or the United States under IDEA. */
export type Nation = 'england' | 'idea';

/**
 * The nation of a jurisdiction (`england`, `us-federal`, `us-tx`, …). A State lays its own limits over IDEA and is of the same nation: its
 * words, lists and federal numbers hold there too.
 */
export const nationOf = (jurisdiction: string): Nation => (jurisdiction === 'england' ? 'england' : 'idea');
