//! How much can flow through a network of pipes: augmenting paths, shortest first, from nothing.

use std::collections::VecDeque;

/// Pipes between nodes numbered from 0.
#[derive(Clone)]
pub struct Network {
    /// Pipe 2n and pipe 2n + 1 are the two directions of one.
    pipes: Vec<Pipe>,
    nodes: usize,
}

#[derive(Clone)]
struct Pipe {
    from: usize,
    to: usize,
    room: i64,
}

impl Network {
    pub fn new(nodes: usize) -> Self {
        Self { pipes: Vec::new(), nodes }
    }

    /// A pipe that lets `room` through; gives its number.
    pub fn pipe(&mut self, from: usize, to: usize, room: i64) -> usize {
        self.pipes.push(Pipe { from, to, room });
        self.pipes.push(Pipe { from: to, to: from, room: 0 });
        self.pipes.len() - 2
    }

    /// The most that flows from one node to another.
    pub fn max_flow(&mut self, source: usize, sink: usize) -> i64 {
        self.flow_up_to(source, sink, i64::MAX)
    }

    /// What flows through a pipe stays as it is.
    pub fn freeze(&mut self, pipe: usize) {
        self.pipes[pipe].room = 0;
        self.pipes[pipe ^ 1].room = 0;
    }

    /// The least and the most that can flow through a pipe when what is frozen stays.
    pub fn squeeze(mut self, pipe: usize) -> (i64, i64) {
        let (from, to) = (self.pipes[pipe].from, self.pipes[pipe].to);
        let (room, flow) = (self.pipes[pipe].room, self.pipes[pipe ^ 1].room);
        self.freeze(pipe);
        let more = self.clone().flow_up_to(to, from, room);
        let less = self.flow_up_to(from, to, flow);
        (flow - less, flow + more)
    }

    fn flow_up_to(&mut self, source: usize, sink: usize, most: i64) -> i64 {
        let mut flow = 0;
        while flow < most
            && let Some(path) = self.path(source, sink)
        {
            let room = path.iter().map(|pipe| self.pipes[*pipe].room).min().unwrap_or(0);
            let room = room.min(most - flow);
            for pipe in path {
                self.pipes[pipe].room -= room;
                self.pipes[pipe ^ 1].room += room;
            }
            flow += room;
        }
        flow
    }

    /// A shortest way with room, as pipes.
    fn path(&self, source: usize, sink: usize) -> Option<Vec<usize>> {
        let mut leaving: Vec<Vec<usize>> = vec![Vec::new(); self.nodes];
        for (number, pipe) in self.pipes.iter().enumerate().filter(|(_, pipe)| pipe.room > 0) {
            leaving[pipe.from].push(number);
        }
        let mut came_by: Vec<Option<usize>> = vec![None; self.nodes];
        let mut reached = VecDeque::from([source]);
        while let Some(node) = reached.pop_front() {
            for number in &leaving[node] {
                let to = self.pipes[*number].to;
                if to != source && came_by[to].is_none() {
                    came_by[to] = Some(*number);
                    reached.push_back(to);
                }
            }
        }
        let mut path = Vec::new();
        let mut node = sink;
        while node != source {
            let number = came_by[node]?;
            path.push(number);
            node = self.pipes[number].from;
        }
        Some(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_flows_is_what_the_narrowest_cut_lets_through() {
        // 0 → 1 → 3 with 5 and 3, 0 → 2 → 3 with 4 and 6, 1 → 2 with 1: 3 and 1 through 1, 4 through 2.
        let mut network = Network::new(4);
        for (from, to, room) in [(0, 1, 5), (1, 3, 3), (0, 2, 4), (2, 3, 6), (1, 2, 1)] {
            network.pipe(from, to, room);
        }
        assert_eq!(network.max_flow(0, 3), 8);
    }

    #[test]
    fn a_pipe_is_squeezed_as_far_as_others_have_room() {
        // 0 → 1 with 5, 1 → 2 directly with 4 or through 3 with 3, 2 → 4 with 9: the direct pipe has 2 to 4.
        let mut network = Network::new(5);
        let start = network.pipe(0, 1, 5);
        let direct = network.pipe(1, 2, 4);
        for (from, to, room) in [(1, 3, 3), (3, 2, 3), (2, 4, 9)] {
            network.pipe(from, to, room);
        }
        assert_eq!(network.max_flow(0, 4), 5);
        network.freeze(start);
        assert_eq!(network.squeeze(direct), (2, 4));
    }

    #[test]
    fn what_came_first_is_sent_another_way() {
        // Two pay two costs of 1; the first may pay both, the second only the one the first one takes first.
        let mut network = Network::new(6);
        for (from, to) in [(0, 1), (0, 2), (1, 3), (1, 4), (2, 3), (3, 5), (4, 5)] {
            network.pipe(from, to, 1);
        }
        assert_eq!(network.max_flow(0, 5), 2);
    }
}
