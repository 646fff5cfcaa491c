import { describe, expect, it } from 'vitest';
import { soakKill } from '../../scripts/soak-kill.mjs';

const KILLS = 8;

describe('an import that is killed', { timeout: 600_000 }, () => {
  it('loses nothing it reported, stores nothing by halves, and completes when it is run again', async () => {
    const { kills, stored, acknowledged, faults } = await soakKill(KILLS);
    expect(faults).toEqual([]);
    expect(kills).toBe(KILLS);
    expect(stored).toBeGreaterThanOrEqual(acknowledged);
  });
});
