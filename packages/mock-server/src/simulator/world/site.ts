/** One of the two arrays that answer requests. */
export type PairSite = 'a' | 'b';

/** A site of a replication session. `c` is the third site of a three-site topology, seen only from the other two. */
export type Site = PairSite | 'c';
