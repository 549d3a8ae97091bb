package org.imc.tests.engine;

/** Least squares, for tests that repeat a fit. */
final class Regression {

  private Regression() { }

  /** Return offset and slope of a line through points. */
  static double[] fit(double[] x, double[] y) {
    double[][] rows = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      rows[i] = new double[] {1, x[i]};
    }
    return fit(rows, y);
  }

  /** Return the coefficients c of least squared error of rows · c against y, by the normal equations. */
  static double[] fit(double[][] rows, double[] y) {
    int n = rows[0].length;
    double[][] m = new double[n][n + 1];
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          m[i][j] += rows[r][i] * rows[r][j];
        }
        m[i][n] += rows[r][i] * y[r];
      }
    }
    for (int i = 0; i < n; i++) { // the matrix is positive definite: no pivoting
      for (int k = i + 1; k < n; k++) {
        double factor = m[k][i] / m[i][i];
        for (int j = i; j <= n; j++) {
          m[k][j] -= factor * m[i][j];
        }
      }
    }
    double[] c = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      c[i] = m[i][n];
      for (int j = i + 1; j < n; j++) {
        c[i] -= m[i][j] * c[j];
      }
      c[i] /= m[i][i];
    }
    return c;
  }
}
