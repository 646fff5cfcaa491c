-- Which measure held a claim at a moment is asked by the claim.
CREATE INDEX edition_parts_by_claim ON edition_parts (part, measure_id, number) WHERE substr(part, 1, 6) = 'claim ';
