/** `a` and `b` are the pair that answers requests; `c` is the third site of a three-site topology, seen only from them. */
export type Site = 'a' | 'b' | 'c';
