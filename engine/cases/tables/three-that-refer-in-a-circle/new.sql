CREATE TABLE teams (id int PRIMARY KEY, captain_id int);
CREATE TABLE players (id int PRIMARY KEY, team_id int NOT NULL REFERENCES teams, coach_id int);
CREATE TABLE coaches (id int PRIMARY KEY, best_player_id int REFERENCES players);
ALTER TABLE teams ADD FOREIGN KEY (captain_id) REFERENCES players;
ALTER TABLE players ADD FOREIGN KEY (coach_id) REFERENCES coaches;
