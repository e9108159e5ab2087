/** A row that a foreign key promises. */
export function required<Row>(row: Row | null, id: string): Row {
  if (row === null) throw new Error(`There is no row ${id}, though another refers to it.`);
  return row;
}
