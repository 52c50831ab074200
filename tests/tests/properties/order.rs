//! In which order things were written does not matter.

use previ_engine::certainty::CertaintyView;
use previ_tests::figures::{figures, same};
use previ_tests::generator::{Dice, shuffle_all};

use crate::random::{holds, view_of};

#[test]
fn items_in_another_order_give_the_same_statements() {
    holds(200, |plan, seed| {
        let mut shuffled = plan.clone();
        shuffle_all(&mut shuffled, &mut Dice::new(seed));
        for certainty in CertaintyView::ALL {
            same(&figures(&view_of(plan, certainty)), &figures(&view_of(&shuffled, certainty)))?;
        }
        Ok(())
    });
}
