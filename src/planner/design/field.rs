//! Finite fields of every prime power order, as far as designs need them: elements are numbers 0 … q−1, whose digits to
//! the base p are the coefficients of a polynomial.

/// A finite field with `q` = pᵏ elements.
#[derive(Debug, Clone)]
pub(super) struct Field {
    q: usize,
    p: usize,
    /// The digits of x to the power k, which is what the polynomial of the field makes of it.
    power: Vec<usize>,
}

impl Field {
    /// The field with `q` elements, if there is one.
    pub(super) fn of(q: usize) -> Option<Self> {
        let p = (2..=q).find(|p| q.is_multiple_of(*p))?;
        let mut k = 0;
        let mut rest = q;
        while rest.is_multiple_of(p) {
            rest /= p;
            k += 1;
        }
        if rest != 1 {
            return None;
        }
        if k == 1 {
            return Some(Self { q, p, power: vec![0] });
        }
        // The first polynomial under which the powers of some element, x, run through all others but 0.
        (1..q).map(|low| Self { q, p, power: digits(low, p, k) }).find(Self::is_primitive)
    }

    fn is_primitive(&self) -> bool {
        let mut x = 1;
        for power in 1..self.q {
            x = self.by_x(x);
            if x == 1 {
                return power == self.q - 1;
            }
            if x == 0 {
                return false;
            }
        }
        false
    }

    /// a + b.
    pub(super) fn add(&self, a: usize, b: usize) -> usize {
        if self.power.len() == 1 {
            return (a + b) % self.q;
        }
        let (mut a, mut b, mut sum, mut place) = (a, b, 0, 1);
        while a > 0 || b > 0 {
            sum += (a % self.p + b % self.p) % self.p * place;
            a /= self.p;
            b /= self.p;
            place *= self.p;
        }
        sum
    }

    /// a · b.
    pub(super) fn multiply(&self, a: usize, b: usize) -> usize {
        if self.power.len() == 1 {
            return a * b % self.q;
        }
        // Horner's rule over the digits of b, the highest first.
        let mut product = 0;
        for digit in digits(b, self.p, self.power.len()).into_iter().rev() {
            product = self.by_x(product);
            for _ in 0..digit {
                product = self.add(product, a);
            }
        }
        product
    }

    fn by_x(&self, a: usize) -> usize {
        let top = self.q / self.p;
        let (high, low) = (a / top, a % top * self.p);
        let mut sum = low;
        for _ in 0..high {
            let power = self.power.iter().rev().fold(0, |number, digit| number * self.p + digit);
            sum = self.add(sum, power);
        }
        sum
    }
}

/// The lowest `count` digits to the base `p`, the lowest first.
fn digits(mut number: usize, p: usize, count: usize) -> Vec<usize> {
    let mut digits = Vec::with_capacity(count);
    for _ in 0..count {
        digits.push(number % p);
        number /= p;
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prime_powers_have_fields_and_others_have_none() {
        let sizes: Vec<usize> = (0..=32).filter(|q| Field::of(*q).is_some()).collect();
        assert_eq!(sizes, [2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 17, 19, 23, 25, 27, 29, 31, 32]);
    }

    #[test]
    fn the_laws_of_a_field_hold() {
        for q in [2, 3, 4, 5, 7, 8, 9, 16, 25, 27] {
            let field = Field::of(q).unwrap_or_else(|| panic!("{q}"));
            for a in 0..q {
                assert_eq!((field.add(a, 0), field.multiply(a, 1), field.multiply(a, 0)), (a, a, 0));
                assert!((0..q).any(|b| field.add(a, b) == 0));
                assert!(a == 0 || (0..q).any(|b| field.multiply(a, b) == 1), "{a} has no inverse of {q}");
                for b in 0..q {
                    assert_eq!(field.multiply(a, b), field.multiply(b, a));
                    for c in 0..q {
                        assert_eq!(
                            field.multiply(a, field.add(b, c)),
                            field.add(field.multiply(a, b), field.multiply(a, c))
                        );
                        assert_eq!(
                            field.multiply(a, field.multiply(b, c)),
                            field.multiply(field.multiply(a, b), c)
                        );
                    }
                }
            }
        }
    }
}
