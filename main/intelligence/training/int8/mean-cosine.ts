/** Mean cosine between the rows of `a` and `b`, both [rows, width]; 1 when they point the same way. */
export function meanCosine(a: Float32Array, b: Float32Array, width: number): number {
  let total = 0;
  for (let row = 0; row < a.length; row += width) {
    let [together, ofA, ofB] = [0, 0, 0];
    for (let at = row; at < row + width; at++) {
      const [x, y] = [a[at] as number, b[at] as number];
      together += x * y;
      ofA += x * x;
      ofB += y * y;
    }
    total += together / (Math.sqrt(ofA * ofB) || 1);
  }
  return total / (a.length / width);
}
