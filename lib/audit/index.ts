/**
 * audit knows how one logged fact becomes a body and a leaf, and how a chain of them is checked.
 * It refuses to know what the facts are about, where they are kept and what time it is.
 */
export { type AuditBody, type AuditEntry, canonicalBody, digestOf, GENESIS, hex, leafOf } from './leaf';
export { type ChainFault, type ChainRow, type ChainVerdict, type ChainWalk, startWalk, verifyChain } from './verify';
